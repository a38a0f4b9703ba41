import type { Random } from '../random.ts';

export type JsonSchema = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
};

/** Stands for an id of the pool: each world puts its own in. */
export const idPlaceholder = (index: number): string => `@id:${index}`;

export const TEXTS = [
  'name 1',
  'name 2',
  'subject 3',
  'person2@look-alike.test',
  'person13@look-alike.test',
  'first_name',
  'x',
  'Zoë',
  '2',
  'globex',
];
const OPTIONAL_SHARE = 0.3;
const WHOLE_MAX = 50;

export type InputPool = {
  ids: number;
  /** Where in the pool the ids of each table's rows are, by the table's bare name. */
  byTable: Readonly<Record<string, readonly number[]>>;
  emails: readonly string[];
};

const PEOPLE = 'memberships';
const TABLE_OF_ROUTER: Record<string, string> = {
  lineItems: 'line_items',
  customFields: 'custom_field_definitions',
  members: PEOPLE,
};
const TABLE_OF_REFERENCE: Record<string, string> = { activity: 'activities', successor: 'stages' };

/** The table that an id of this name most likely belongs to. */
function tableOf(name: string, router: string): string {
  if (/^(id|ids|parentId|position)$/.test(name)) return TABLE_OF_ROUTER[router] ?? router;
  const noun = name.replace(/Ids?$/, '');
  if (/^(owner|user|actor|manager|createdBy|author)/.test(noun)) return PEOPLE;
  return TABLE_OF_REFERENCE[noun] ?? `${noun}s`;
}

type HintedPool = InputPool & { table?: string; router?: string };

/** A value that fits the schema, or nearly: refusals are compared too. */
export function randomInput(schema: JsonSchema, random: Random, pool: HintedPool): unknown {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return randomInput(random.pick(options), random, pool);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return random.pick(schema.enum);
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  switch (type) {
    case 'object':
      return randomObject(schema, random, pool);
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, random.below(3)) }, () =>
        randomInput(schema.items ?? {}, random, pool),
      );
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
    case 'number':
      return (
        (schema.minimum ?? 0) +
        random.below(Math.min((schema.maximum ?? WHOLE_MAX) - (schema.minimum ?? 0), WHOLE_MAX) + 1)
      );
    case 'string':
      return randomText(schema, random, pool);
    default:
      return null;
  }
}

function randomObject(schema: JsonSchema, random: Random, pool: HintedPool): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (name === 'cursor') continue;
    if (schema.required?.includes(name) || random.chance(OPTIONAL_SHARE))
      value[name] = randomProperty(name, property, random, pool);
  }
  return value;
}

function randomProperty(name: string, property: JsonSchema, random: Random, pool: HintedPool): unknown {
  if (/^expectedVersion$/.test(name)) return 1 + random.below(3);
  const hinted = { ...pool, table: tableOf(name, pool.router ?? '') };
  if (/email/i.test(name) && random.chance(0.8)) return random.pick(pool.emails);
  return randomInput(property, random, hinted);
}

function randomText(schema: JsonSchema, random: Random, pool: HintedPool): string {
  if (schema.format === 'uuid') {
    const likely = pool.byTable[pool.table ?? ''] ?? [];
    return idPlaceholder(likely.length > 0 && random.chance(0.85) ? random.pick(likely) : random.below(pool.ids));
  }
  if (schema.format === 'date' || /\\d\{4\}-/.test(schema.pattern ?? ''))
    return `2026-0${1 + random.below(9)}-1${random.below(9)}`;
  if (schema.format === 'date-time') return `2026-0${1 + random.below(9)}-10T10:00:00.000Z`;
  if (schema.format === 'email') return random.pick(pool.emails);
  if (/A-Z\]\{3\}/.test(schema.pattern ?? '')) return random.pick(['USD', 'EUR', 'JPY']);
  if (/\\d/.test(schema.pattern ?? '')) return String(random.below(1000));
  return random.pick(TEXTS);
}
