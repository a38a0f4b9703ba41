import { type CustomFieldsFilter, type Issue, isoDate } from '@aura/kernel';
import type { CustomFieldDefinition } from './custom-field.ts';

export type ValueColumn = 'text_value' | 'number_value';

/** What a field's value has to be, in the terms of search.custom_values. Texts are not folded yet. */
export type CustomCondition = {
  key: string;
  column: ValueColumn;
  test:
    | { kind: 'any'; values: (string | number)[] }
    | { kind: 'begins'; prefix: string }
    | { kind: 'range'; from?: string | number; to?: string | number };
  /** A record may have several such values, so its matches have to be told apart. */
  hasMany: boolean;
};

type Bounds = Partial<Record<'is' | 'min' | 'max' | 'from' | 'to', unknown>>;
type Given = { definition: CustomFieldDefinition; bounds: Bounds };
type Read = CustomCondition[] | { bound: keyof Bounds; message: string };

/** The conditions of a filter; `issues` names each that does not fit its field: unknown, archived, or of another type. */
export function readCustomFilter(
  definitions: readonly CustomFieldDefinition[],
  filter: CustomFieldsFilter,
): { conditions: CustomCondition[]; issues: Issue[] } {
  const conditions: CustomCondition[] = [];
  const issues: Issue[] = [];
  for (const [key, given] of Object.entries(filter)) {
    const definition = definitions.find((one) => one.key === key);
    const path = `customFields.${key}`;
    if (!definition) {
      issues.push({ path, code: 'unknown_property', message: `There is no custom field ${key} here` });
      continue;
    }
    const read = readField({ definition, bounds: boundsOf(given) });
    if (Array.isArray(read)) conditions.push(...read);
    else
      issues.push({
        path: read.bound === 'is' ? path : `${path}.${read.bound}`,
        code: 'invalid_value',
        message: read.message,
      });
  }
  return { conditions, issues };
}

/** The column that a field is sorted by; null where its values have no order. */
export function sortColumnOf({ type }: Pick<CustomFieldDefinition, 'type'>): ValueColumn | null {
  if (type === 'multiselect') return null;
  return columnOf({ type });
}

const columnOf = ({ type }: Pick<CustomFieldDefinition, 'type'>): ValueColumn =>
  type === 'number' ? 'number_value' : 'text_value';

function boundsOf(given: CustomFieldsFilter[string]): Bounds {
  const isAlone = typeof given !== 'object' || Array.isArray(given);
  return isAlone ? { is: given } : given;
}

const RANGES = { number: ['min', 'max'], date: ['from', 'to'] } as const;

function readField(given: Given): Read {
  const { definition, bounds } = given;
  const { type, label } = definition;
  const range: readonly (keyof Bounds)[] = type === 'number' || type === 'date' ? RANGES[type] : [];
  for (const bound of ['min', 'max', 'from', 'to'] as const) {
    if (bounds[bound] !== undefined && !range.includes(bound))
      return { bound, message: `${label} is of type ${type}, which is not filtered by ${bound}` };
  }
  const read = [...(bounds.is === undefined ? [] : [readIs(given)]), ...(range.length > 0 ? [readRange(given)] : [])];
  const wrong = read.find((one) => !Array.isArray(one));
  return wrong ?? read.flatMap((one) => (Array.isArray(one) ? one : []));
}

function readIs({ definition, bounds }: Given): Read {
  const { type, key } = definition;
  const given = [bounds.is].flat();
  const isText = type === 'text' || type === 'url' || type === 'email';
  if (isText && given.length > 1) return { bound: 'is', message: 'Give one text that the value begins with' };
  const values = given.map((value) => readGiven(definition, value));
  const wrong = values.find((value) => typeof value === 'object');
  if (wrong) return { bound: 'is', message: wrong.message };
  const known = values.filter((value) => typeof value !== 'object');
  const test = isText ? { kind: 'begins' as const, prefix: String(known[0]) } : { kind: 'any' as const, values: known };
  return [{ key, column: columnOf(definition), test, hasMany: type === 'multiselect' }];
}

function readRange({ definition, bounds }: Given): Read {
  const [fromName, toName] = definition.type === 'number' ? RANGES.number : RANGES.date;
  const ends: { from?: string | number; to?: string | number } = {};
  for (const [end, bound] of [
    ['from', fromName],
    ['to', toName],
  ] as const) {
    if (bounds[bound] === undefined) continue;
    const value = readGiven(definition, bounds[bound]);
    if (typeof value === 'object') return { bound, message: value.message };
    ends[end] = value;
  }
  if (Object.keys(ends).length === 0) return [];
  return [{ key: definition.key, column: columnOf(definition), test: { kind: 'range', ...ends }, hasMany: false }];
}

type Misfit = { message: string };

// From an address everything is text; a tRPC caller or a stored filter says numbers and booleans as such.
function readGiven({ type, options }: CustomFieldDefinition, given: unknown): string | number | Misfit {
  switch (type) {
    case 'number':
      return numberOf(given);
    case 'boolean':
      return booleanOf(given);
    case 'date':
      return isoDate.safeParse(given).success ? String(given) : { message: 'Enter a date as YYYY-MM-DD' };
    case 'select':
    case 'multiselect':
      return options.includes(String(given)) ? String(given) : { message: `Choose one of: ${options.join(', ')}` };
    default:
      return typeof given === 'string' ? given : { message: 'Enter a text' };
  }
}

function booleanOf(given: unknown): string | Misfit {
  const text = String(given);
  return text === 'true' || text === 'false' ? text : { message: 'Say true or false' };
}

const NUMBER_MAX = 1e300;

function numberOf(given: unknown): number | Misfit {
  const number = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
  if (typeof number !== 'number' || !Number.isFinite(number)) return { message: 'Enter a number' };
  // Stored values are cut to the same bounds.
  return Math.max(-NUMBER_MAX, Math.min(NUMBER_MAX, number));
}
