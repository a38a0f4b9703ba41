import type { Random } from '../random.ts';

export type JsonSchema = {
  /** A part with a name of its own, such as the filter by custom fields. */
  $ref?: string;
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

type Draw = { random: Random; pool: HintedPool };

/** A value that fits the schema, or nearly: refusals are compared too. */
export function randomInput(schema: JsonSchema, random: Random, pool: HintedPool): unknown {
  return draw(schema, { random, pool });
}

const DRAW: Record<string, (schema: JsonSchema, by: Draw) => unknown> = {
  object: drawObject,
  array: (schema, by) =>
    Array.from({ length: Math.max(schema.minItems ?? 0, by.random.below(3)) }, () => draw(schema.items ?? {}, by)),
  boolean: (_, { random }) => random.chance(0.5),
  integer: drawNumber,
  number: drawNumber,
  string: drawText,
};

function draw(schema: JsonSchema, by: Draw): unknown {
  if (schema.$ref) return {};
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return draw(by.random.pick(options), by);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return by.random.pick(schema.enum);
  const type = Array.isArray(schema.type) ? by.random.pick(schema.type) : schema.type;
  return DRAW[type ?? 'null']?.(schema, by) ?? null;
}

function drawNumber({ minimum = 0, maximum = WHOLE_MAX }: JsonSchema, { random }: Draw): number {
  return minimum + random.below(Math.min(maximum - minimum, WHOLE_MAX) + 1);
}

function drawObject(schema: JsonSchema, by: Draw): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (name === 'cursor') continue;
    const isWanted = schema.required?.includes(name) || by.random.chance(OPTIONAL_SHARE);
    if (isWanted) value[name] = drawProperty(name, property, by);
  }
  return value;
}

function drawProperty(name: string, property: JsonSchema, { random, pool }: Draw): unknown {
  if (name === 'expectedVersion') return 1 + random.below(3);
  if (/email/i.test(name) && random.chance(0.8)) return random.pick(pool.emails);
  return draw(property, { random, pool: { ...pool, table: tableOf(name, pool.router ?? '') } });
}

/** Texts of a form, by the format or pattern that asks for it. */
const FORMS: { form: RegExp; draw: (by: Draw) => string }[] = [
  { form: /^uuid /, draw: drawId },
  { form: /^date-time /, draw: ({ random }) => `2026-0${1 + random.below(9)}-10T10:00:00.000Z` },
  { form: /^date | \^?\(*.*\\d\{4\}-/, draw: ({ random }) => `2026-0${1 + random.below(9)}-1${random.below(9)}` },
  { form: /^email /, draw: ({ random, pool }) => random.pick(pool.emails) },
  { form: /A-Z\]\{3\}/, draw: ({ random }) => random.pick(['USD', 'EUR', 'JPY']) },
  { form: /\\d/, draw: ({ random }) => String(random.below(1000)) },
];

function drawText({ format = '', pattern = '' }: JsonSchema, by: Draw): string {
  const form = FORMS.find((candidate) => candidate.form.test(`${format} ${pattern}`));
  return form ? form.draw(by) : by.random.pick(TEXTS);
}

function drawId({ random, pool }: Draw): string {
  const likely = pool.byTable[pool.table ?? ''] ?? [];
  return idPlaceholder(likely.length > 0 && random.chance(0.85) ? random.pick(likely) : random.below(pool.ids));
}
