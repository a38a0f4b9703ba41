import { listInput, pageOf, recordFields, uuid } from '@aura/kernel';
import { z } from 'zod';

/** Up to so many are changed while the person waits. */
export const AT_ONCE_MAX = 200;
const IDS_MAX = 1_000;
const STATUSES = ['queued', 'running', 'done', 'failed'] as const;

/** The changes that every editor takes: archived ones come back with `archived: false`, alone. */
export const archivedChange = z
  .boolean()
  .optional()
  .meta({ description: 'true archives, false restores; without other changes' });

/** Changes of many records: those named, or all that the list's filter finds. */
export function bulkInput<Filter extends z.ZodType, Changes extends z.ZodType<object>>(
  filter: Filter,
  changes: Changes,
) {
  const ids = z.array(uuid).min(1).max(IDS_MAX, 'Name 1,000 or fewer');
  return z
    .strictObject({ ids: ids.optional(), filter: filter.optional(), changes })
    .refine((input) => (input.ids === undefined) !== (input.filter === undefined), {
      path: ['ids'],
      message: 'Give either ids or a filter',
    })
    .refine((input) => namesIn(input).length > 0, {
      path: ['changes'],
      message: 'Say what to change',
    })
    .refine((input) => !namesIn(input).includes('archived') || namesIn(input).length === 1, {
      path: ['changes', 'archived'],
      message: 'Archive and restore without other changes',
    });
}

/** What is really said: a property that is undefined says nothing. */
function namesIn(input: unknown): string[] {
  const { changes } = input as { changes: object };
  return Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}

export type BulkChoice<Filter> = { ids?: string[] | undefined; filter?: Filter | undefined; changes: object };

export const bulkFailure = z.object({
  id: uuid,
  name: z.string().nullable().meta({ description: 'Null where the record is not there for this person' }),
  code: z.string(),
  message: z.string(),
});
export type BulkFailure = z.output<typeof bulkFailure>;

export const bulkPreviewOutput = z
  .object({
    total: z.int(),
    judged: z.int().meta({ description: 'Of how many the counts below are; fewer than the total above 10,000' }),
    changing: z.int(),
    unchanged: z.int().meta({ description: 'They are so already' }),
    refused: z.int(),
    reasons: z.array(z.object({ code: z.string(), message: z.string(), count: z.int() })),
    failures: z
      .array(bulkFailure.extend({ fields: z.array(z.string()).meta({ description: 'At fault, or asked for' }) }))
      .meta({ description: 'The first 100' }),
  })
  .meta({ id: 'BulkPreview' });
export type BulkPreview = z.output<typeof bulkPreviewOutput>;

export const bulkEditOutput = z
  .object({
    ...recordFields,
    entity: z.string(),
    changes: z.record(z.string(), z.unknown()),
    undoOf: uuid.nullable(),
    undoneBy: uuid.nullable().meta({ description: 'The bulk edit that took this one back' }),
    status: z.enum(STATUSES),
    total: z.int(),
    processed: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    failed: z.int(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    startedAt: z.iso.datetime().nullable(),
    finishedAt: z.iso.datetime().nullable(),
    abilities: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'BulkEdit' });
export type BulkEdit = z.output<typeof bulkEditOutput>;
export const bulkEditPage = pageOf(bulkEditOutput);

export const bulkListInput = listInput({ filters: {}, sorts: ['createdAt'] }).omit({ q: true, deleted: true });
export type BulkList = z.output<typeof bulkListInput>;

export const bulkFailuresInput = z.strictObject({
  id: uuid,
  limit: z.int().min(1).max(1_000, 'Use 1 to 1,000').default(1_000),
  after: uuid.optional().meta({ description: 'The id of the last one seen' }),
});
export const bulkFailuresOutput = z.object({ items: z.array(bulkFailure), nextAfter: uuid.nullable() });
export type BulkFailures = z.output<typeof bulkFailuresOutput>;
