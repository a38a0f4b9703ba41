import { isoDate, listInput, optionalText, pageOf, recordFields, text, uuid } from '@aura/kernel';
import { z } from 'zod';
import { ACTIVITY_TYPES } from './activity.ts';

const links = { contactId: uuid.nullish(), organizationId: uuid.nullish(), dealId: uuid.nullish() };

const people = z
  .array(uuid)
  .max(50, 'Name 50 or fewer')
  .transform((list) => [...new Set(list)]);

const content = {
  type: z.enum(ACTIVITY_TYPES),
  occurredAt: z.iso
    .datetime({ offset: true, message: 'Enter an instant like 2026-03-04T09:30:00Z' })
    .optional()
    .meta({ description: 'Now, unless said' }),
  subject: text(300),
  body: optionalText(50_000),
  outcome: optionalText(100),
  durationMinutes: z.int().min(0, 'Use 0 to 10080').max(10_080, 'Use 0 to 10080').nullish(),
  participantIds: people.optional().meta({ description: 'Colleagues who took part' }),
  mentionIds: people.optional().meta({ description: 'Colleagues whom the text calls by name; they are notified' }),
};

export const activityCreateInput = z
  .strictObject({ ...content, ...links })
  .refine((input) => input.contactId || input.organizationId || input.dealId, {
    message: 'Link a contact, an organization or a deal',
    path: ['contactId'],
  });
export type ActivityCreate = z.output<typeof activityCreateInput>;

/** The same about a contact named by the path. */
export const contactActivityCreateInput = z.strictObject({
  id: uuid,
  ...content,
  organizationId: uuid.nullish(),
  dealId: uuid.nullish(),
});

export const activityListInput = listInput({
  filters: {
    type: z.enum(ACTIVITY_TYPES).optional(),
    contactId: uuid.optional(),
    organizationId: uuid.optional(),
    dealId: uuid.optional(),
    authorId: uuid.optional(),
    participantId: uuid.optional(),
    from: z.iso.datetime({ offset: true }).optional(),
    to: z.iso.datetime({ offset: true }).optional(),
    fromDay: isoDate.optional().meta({ description: "A day in the workspace's time zone" }),
    toDay: isoDate.optional(),
    archived: z.boolean().default(false),
  },
  sorts: ['occurredAt', 'createdAt'],
}).omit({ deleted: true, q: true });
export type ActivityList = z.output<typeof activityListInput>;

export const contactActivitiesInput = activityListInput.omit({ contactId: true }).extend({ id: uuid });

export const activityOutput = z
  .object({
    ...recordFields,
    type: z.enum(ACTIVITY_TYPES),
    occurredAt: z.iso.datetime(),
    subject: z.string(),
    body: z.string().nullable(),
    outcome: z.string().nullable(),
    durationMinutes: z.int().nullable(),
    contactId: uuid.nullable(),
    contactName: z.string().nullable(),
    organizationId: uuid.nullable(),
    organizationName: z.string().nullable(),
    dealId: uuid.nullable(),
    dealName: z.string().nullable(),
    participantIds: z.array(uuid),
    mentionIds: z.array(uuid),
    authorName: z.string().nullable(),
    archivedAt: z.iso.datetime().nullable(),
    abilities: z.object({ archive: z.boolean() }),
  })
  .meta({ id: 'Activity' });
export type Activity = z.output<typeof activityOutput>;
export const activityPage = pageOf(activityOutput);
