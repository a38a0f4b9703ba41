import { z } from 'zod';

export const uuid = z.uuid({ message: 'Enter an id' });

/** A calendar day, `2026-03-04`, that exists. */
export const isoDate = z.iso.date({ message: 'Enter a date as YYYY-MM-DD' });

/** Trimmed text of 1 to `max` characters. */
export function text(max: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1, 'Enter at least one character')
    .max(max, `Use ${max} characters or fewer`)
    .refine(hasNoNul, 'Remove the NUL character');
}

// PostgreSQL's text cannot hold U+0000; said here so that it is a clear refusal and not a fault.
function hasNoNul(value: string): boolean {
  return !value.includes('\u0000');
}

/** Optional text that an empty string clears. */
export function optionalText(max: number) {
  return z
    .string()
    .trim()
    .max(max, `Use ${max} characters or fewer`)
    .refine(hasNoNul, 'Remove the NUL character')
    .transform((value) => (value === '' ? null : value))
    .nullable()
    .optional();
}

export const email = z
  .string()
  .trim()
  .max(254, 'Use 254 characters or fewer')
  .pipe(z.email({ message: 'Enter an e-mail like name@company.com' }));

/** What every record carries. Instants are RFC 3339 in UTC. */
export const recordFields = {
  id: uuid,
  version: z.int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  createdBy: uuid.nullable(),
  updatedBy: uuid.nullable(),
};

export type RecordRow = {
  id: string;
  version: number;
  created_at: Date;
  updated_at: Date;
  created_by: string | null;
  updated_by: string | null;
};

export function recordOf(row: RecordRow) {
  return {
    id: row.id,
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    createdBy: row.created_by,
    updatedBy: row.updated_by,
  };
}

export const LIMIT_DEFAULT = 25;
export const LIMIT_MAX = 100;

const CUSTOM_KEY = /^[a-z][a-zA-Z0-9_]{0,62}$/;
const customSort = z.string().regex(/^-?customFields\.[a-z][a-zA-Z0-9_]{0,62}$/);

const wanted = z.union(
  [
    z
      .string()
      .trim()
      .min(1, 'Enter at least one character')
      .max(200, 'Use 200 characters or fewer')
      .refine(hasNoNul, 'Remove the NUL character'),
    z.number(),
    z.boolean(),
  ],
  { message: 'Give a text of 1 to 200 characters, a number, or true or false' },
);

const anyOf = z.union([wanted, z.array(wanted).min(1, 'Give at least one').max(50, 'Give 50 or fewer')]);

/** The bounds that a filter by a custom field may have; which of them fits depends on the field's type. */
const customFilter = z.strictObject({
  is: anyOf.optional(),
  min: wanted.optional(),
  max: wanted.optional(),
  from: wanted.optional(),
  to: wanted.optional(),
});

/**
 * Records by their custom fields: `{ region: 'EMEA', seats: { min: 5 } }`, in an address `customFields.region=EMEA` and
 * `customFields.seats.min=5`. A value alone means `is`: a text begins with it, several options mean any of them.
 */
export const customFieldsFilter = z
  .record(
    z.string().regex(CUSTOM_KEY, 'There is no such custom field'),
    z.union([anyOf, customFilter], { message: 'Give a value, or is, min and max, or from and to' }),
  )
  .meta({
    id: 'CustomFieldsFilter',
    description:
      'By custom field: customFields.<key>=<value> (a text begins with it; repeated: any of these options), customFields.<key>.min and .max of a number, .from and .to of a date',
  });
export type CustomFieldsFilter = z.output<typeof customFieldsFilter>;

const PICKED_MAX = 1_000;

/** Records picked one by one, of those that a list's filter finds. */
export const pickedIds = z
  .array(uuid)
  .min(1, 'Name at least one')
  .max(PICKED_MAX, 'Name 1,000 or fewer')
  .optional()
  .meta({ description: 'Only these records, of those that the rest of the filter finds' });
export type Picked = { ids?: readonly string[] | undefined };

/** The input of every list: page, sort, search, and the noun's own filters. Unknown keys are refused. */
export function listInput<Filters extends z.ZodRawShape, const Sorts extends readonly [string, ...string[]]>(options: {
  filters: Filters;
  sorts: Sorts;
}) {
  const sorts = options.sorts.flatMap((name) => [name, `-${name}`]) as [string, ...string[]];
  const hasCustomFields = 'customFields' in options.filters;
  const message = `Sort by one of: ${sorts.join(', ')}${hasCustomFields ? ', or customFields.<key>' : ''}`;
  const known = z.enum(sorts, { message });
  return z.strictObject({
    limit: z.int().min(1, 'Use 1 to 100').max(LIMIT_MAX, 'Use 1 to 100').default(LIMIT_DEFAULT),
    cursor: z.string().max(2_000).optional(),
    sort: (hasCustomFields ? z.union([known, customSort], { message }) : known).optional(),
    q: z
      .string()
      .trim()
      .max(200, 'Use 200 characters or fewer')
      .refine(hasNoNul, 'Remove the NUL character')
      .optional(),
    deleted: z.boolean().default(false),
    ...options.filters,
  });
}

export type Page<Item> = {
  items: Item[];
  nextCursor: string | null;
  total: number;
  totalIsEstimate?: boolean | undefined;
};

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().meta({ description: 'Only what the caller may see' }),
    totalIsEstimate: z.boolean().optional().meta({ description: 'True above 10,000: there are at least that many' }),
  });
}

export const idInput = z.strictObject({ id: uuid });

/** Adds the optimistic lock to an update or archive input; REST fills it from If-Match. */
export const expectedVersion = z
  .int()
  .min(1)
  .optional()
  .meta({ description: 'Refuse (412) unless the record still has this version' });

/** Gives many records to one person: those named, or all that a filter finds. */
export function reassignInput<Filter extends z.ZodType>(filter: Filter) {
  const ids = z.array(uuid).min(1).max(1_000, 'Name 1,000 or fewer');
  return z
    .strictObject({ ids: ids.optional(), filter: filter.optional(), ownerId: uuid })
    .refine((input) => (input.ids === undefined) !== (input.filter === undefined), {
      path: ['ids'],
      message: 'Give either ids or a filter',
    });
}

export const versionedIdInput = z.strictObject({ id: uuid, expectedVersion });

export const customFieldsSchema = z
  .record(z.string().max(64), z.unknown())
  .meta({ description: 'Values by custom field key' });
