import { text, uuid } from '@aura/kernel';
import { z } from 'zod';

export const accessQuestion = z.strictObject({
  userId: uuid.meta({ description: 'The member who would see the record' }),
  entity: text(40).meta({ description: 'organization, contact, deal, product or activity' }),
  recordId: uuid,
});
export type AccessQuestion = z.output<typeof accessQuestion>;

/** Why the answer is what it is. */
export const ACCESS_REASONS = [
  'inactive',
  'permission',
  'role',
  'owner',
  'collaborator',
  'shared',
  'everyone',
  'related',
  'not_theirs',
] as const;
export type AccessReason = (typeof ACCESS_REASONS)[number];

const person = z.object({ userId: uuid, name: z.string() });

export const accessAnswer = z
  .object({
    visible: z.boolean(),
    reason: z.enum(ACCESS_REASONS),
    sentence: z.string(),
    member: person.extend({ role: z.string(), status: z.string() }),
    record: z.object({ entity: z.string(), id: uuid, name: z.string(), archived: z.boolean() }),
    owner: person.nullable(),
    openedTo: z.array(person.extend({ how: z.enum(['collaborator', 'shared']) })),
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    rules: z.array(z.object({ name: z.string(), table: z.string(), text: z.string(), holds: z.boolean() })).meta({
      description: "The database's read policies for this member's role, and whether each holds for the record",
    }),
  })
  .meta({ id: 'AccessAnswer' });
export type AccessAnswer = z.output<typeof accessAnswer>;
