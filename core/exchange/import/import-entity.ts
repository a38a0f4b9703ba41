export const IMPORT_ENTITIES = ['organizations', 'contacts', 'deals', 'products', 'members'] as const;
/** `workspace` is the archive that an export of everything makes. */
export const IMPORTABLE = [...IMPORT_ENTITIES, 'workspace'] as const;
export type ImportEntity = (typeof IMPORT_ENTITIES)[number];

/** How a record is found again, or meant by another. */
export const MATCH_KEYS = ['externalId', 'email', 'sku', 'name'] as const;
export type MatchKey = (typeof MATCH_KEYS)[number];
