import { expectedVersion, uuid } from '@aura/kernel';
import { z } from 'zod';
import { contactOutput } from './contact.schema.ts';

const choices = z.record(z.string().max(80), z.enum(['this', 'other', 'both'])).meta({
  description:
    'Whose value stays, by field (`customFields.<key>` too): this contact’s or the other’s. Left out: this one’s, or the other’s where this one has none. `shares` may be `both`, and is unless said.',
});

export const contactMergeInput = z.strictObject({
  id: uuid,
  expectedVersion,
  otherId: uuid,
  otherVersion: z.int().min(1).optional().meta({ description: 'Refuse (412) unless the other still has this version' }),
  fields: choices.optional(),
});
export type ContactMerge = z.output<typeof contactMergeInput>;

export const contactMergeOutput = contactOutput
  .extend({ mergeId: uuid.meta({ description: 'For POST /contacts/{id}/unmerge' }) })
  .meta({ id: 'MergedContact' });

export const contactPairInput = z.strictObject({ id: uuid, otherId: uuid });

const differing = z.object({
  field: z.string(),
  label: z.string(),
  this: z.string().nullable(),
  other: z.string().nullable(),
});

export const contactComparisonOutput = z
  .object({
    this: contactOutput,
    other: contactOutput,
    differences: z.array(differing).meta({ description: 'Each field whose values differ, in words' }),
    moves: z.object({ activities: z.int(), deals: z.int(), shares: z.int() }).meta({
      description: 'How much of what hangs on the other contact would come over, of what the caller sees',
    }),
  })
  .meta({ id: 'ContactComparison' });
export type ContactComparison = z.output<typeof contactComparisonOutput>;

export const contactMergeEntry = z
  .object({
    id: uuid,
    otherId: uuid,
    otherName: z.string(),
    mergedAt: z.iso.datetime(),
    mergedBy: uuid,
    undoneAt: z.iso.datetime().nullable(),
    abilities: z.object({ undo: z.boolean() }),
  })
  .meta({ id: 'ContactMerge' });
export type ContactMergeEntry = z.output<typeof contactMergeEntry>;
export const contactMergesOutput = z.object({ items: z.array(contactMergeEntry) });

export const contactUnmergeInput = z.strictObject({ id: uuid, mergeId: uuid });
export const contactUnmergeOutput = z
  .object({
    contact: contactOutput,
    other: contactOutput,
    kept: z.array(z.string()).meta({
      description: 'What was changed since the merge and so stays as it is: fields, `activities`, `deals`',
    }),
  })
  .meta({ id: 'UnmergedContact' });
export type ContactUnmerge = z.output<typeof contactUnmergeOutput>;
