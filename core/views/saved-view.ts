/** The lists that have views, by the noun of their rows. */
export const VIEW_ENTITIES = ['contact', 'organization', 'product', 'deal'] as const;
export type ViewEntity = (typeof VIEW_ENTITIES)[number];

/** Seen by its owner alone, or by everyone in the workspace. */
export const VISIBILITIES = ['private', 'shared'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Of one person, on one list. */
export const VIEWS_MAX = 100;
export const NAME_MAX = 60;
export const PARAMETERS_MAX = 60;
export const VALUE_MAX = 4_000;
/** All parameters of an address together, as JSON. */
export const ADDRESS_MAX = 8_000;

/** A list's parameters as its address has them. */
export type ViewAddress = Readonly<Record<string, string>>;

/** Of an address, but of no view: where somebody is in the list, and what is open beside it. */
export const PASSING = ['view', 'cursor', 'after', 'page', 'peek'] as const;
