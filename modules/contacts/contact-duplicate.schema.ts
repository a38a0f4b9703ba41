import { uuid } from '@aura/kernel';
import { z } from 'zod';
import { LIKENESSES } from './contact-likeness.ts';

const typed = (max: number) => z.string().trim().max(max).optional();

/** What has been typed so far; `exceptId` is the contact that is being edited. */
export const contactLikeInput = z.strictObject({
  firstName: typed(100),
  lastName: typed(100),
  email: typed(254),
  phone: typed(50),
  organizationId: uuid.optional(),
  exceptId: uuid.optional(),
});
export type ContactLike = z.output<typeof contactLikeInput>;

const briefOutput = z.object({
  id: uuid,
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  title: z.string().nullable(),
  organizationName: z.string().nullable(),
  ownerName: z.string().nullable(),
});
export type ContactBrief = z.output<typeof briefOutput>;

export const likeContactOutput = briefOutput
  .extend({ reasons: z.array(z.enum(LIKENESSES)) })
  .meta({ id: 'LikeContact' });
export type LikeContact = z.output<typeof likeContactOutput>;
export const likeContactsOutput = z.object({ items: z.array(likeContactOutput) });

export const contactPairInput = z.strictObject({ id: uuid, otherId: uuid });

export const duplicateGroupsInput = z.strictObject({
  by: z.enum(['phone', 'name']).default('name').meta({
    description: 'The same phone number, or the same name in the same organization. E-mails are unique.',
  }),
  limit: z.int().min(1, 'Use 1 to 50').max(50, 'Use 1 to 50').default(25),
  cursor: z.string().max(2_000).optional(),
});
export type DuplicateGroupsInput = z.output<typeof duplicateGroupsInput>;

export const duplicateGroupsOutput = z
  .object({
    items: z.array(z.object({ contacts: z.array(briefOutput).meta({ description: 'Ten at most, oldest first' }) })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'DuplicateGroups' });
export type DuplicateGroups = z.output<typeof duplicateGroupsOutput>;
