import { type CustomFieldsFilter, customFieldsFilter } from '@aura/kernel';
import type { CustomFieldDefinition, CustomFieldType } from '../custom-field.ts';
import { readCustomFilter } from '../custom-filter.ts';

/** A filter by custom fields as it stands in an address: the API's own shape, as JSON. Null: none. */
export function filterInAddress(filter: CustomFieldsFilter): string | null {
  return Object.keys(filter).length === 0 ? null : JSON.stringify(filter);
}

/** What the address asks for that these fields can answer, and the keys that are not understood: those are not applied. */
export function readAddress(
  definitions: readonly CustomFieldDefinition[],
  text: string | null,
): { filter: CustomFieldsFilter; ignored: string[] } {
  if (text === null) return { filter: {}, ignored: [] };
  const read = customFieldsFilter.safeParse(parsed(text));
  if (!read.success) return { filter: {}, ignored: ['A field'] };
  const { issues } = readCustomFilter(definitions, read.data);
  const ignored = [...new Set(issues.map(({ path }) => path.split('.')[1] ?? ''))];
  const known = Object.entries(read.data).filter(([key]) => !ignored.includes(key));
  return { filter: Object.fromEntries(known), ignored };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Without the bound or the field that `value` leaves empty. */
export function withBound(
  filter: CustomFieldsFilter,
  key: string,
  bounds: Readonly<Record<string, string | string[] | null>>,
): CustomFieldsFilter {
  const former = filter[key];
  const isBounds = typeof former === 'object' && !Array.isArray(former);
  const next = Object.entries({ ...(isBounds ? former : former === undefined ? {} : { is: former }), ...bounds });
  const given = next.filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  const { [key]: _former, ...others } = filter;
  return given.length === 0 ? others : { ...others, [key]: Object.fromEntries(given) };
}

/** One bound of a field as the texts of its control. */
export function boundTexts(
  filter: CustomFieldsFilter,
  key: string,
  bound: 'is' | 'min' | 'max' | 'from' | 'to',
): string[] {
  const given = filter[key];
  if (given === undefined) return [];
  const isAlone = typeof given !== 'object' || Array.isArray(given);
  const value = isAlone ? (bound === 'is' ? given : undefined) : given[bound];
  return value === undefined ? [] : [value].flat().map(String);
}

/** A field's filter in words, for its chip: "begins with EMEA", "from 5". `day` writes a date. */
export function filterText(
  { key, type }: Pick<CustomFieldDefinition, 'key' | 'type'>,
  filter: CustomFieldsFilter,
  day: (date: string) => string,
): string {
  const word = WORD[type] ?? (type === 'date' ? day : String);
  const [is, min, max, from, to] = (['is', 'min', 'max', 'from', 'to'] as const).map((bound) =>
    boundTexts(filter, key, bound).map(word).join(' or '),
  );
  const range = rangeText(min || from || '', max || to || '');
  return [is ? `${VERB[type] ?? 'is'} ${is}` : '', range].filter((part) => part !== '').join(', ');
}

function rangeText(from: string, to: string): string {
  if (from === '') return to === '' ? '' : `up to ${to}`;
  return to === '' ? `from ${from}` : `${from} – ${to}`;
}

const VERB: Readonly<Partial<Record<CustomFieldType, string>>> = {
  text: 'begins with',
  url: 'begins with',
  email: 'begins with',
  multiselect: 'has',
};

const WORD: Readonly<Partial<Record<CustomFieldType, (value: string) => string>>> = {
  boolean: (value) => (value === 'true' ? 'yes' : 'no'),
};
