import { pageOf, uuid } from '@aura/kernel';
import { z } from 'zod';
import { EVENT_FACTS, NOTIFICATION_EVENTS, type NotificationEvent } from './notification-event.ts';

export const notificationListInput = z.strictObject({
  limit: z.int().min(1, 'Use 1 to 100').max(100, 'Use 1 to 100').default(25),
  cursor: z.string().max(2_000).optional(),
  unread: z.boolean().default(false).meta({ description: 'Only those that were not read yet' }),
});
export type NotificationListInput = z.output<typeof notificationListInput>;

const named = z.object({ id: uuid, name: z.string() });

export const notificationOutput = z
  .object({
    id: uuid,
    event: z.enum(NOTIFICATION_EVENTS),
    text: z.string().meta({ description: 'A sentence: who did what to which record' }),
    href: z.string().meta({ description: 'The page in the workspace that it leads to' }),
    entity: z.string(),
    record: named.nullable().meta({ description: 'What it is about; null for several records' }),
    about: named.nullable().meta({ description: 'The deal, contact or organization of an activity' }),
    count: z.int().meta({ description: 'Of how many records you see it tells' }),
    actor: named,
    occurredAt: z.iso.datetime(),
    readAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Notification' });
export type Notification = z.output<typeof notificationOutput>;
export const notificationsOutput = pageOf(notificationOutput);

export const unreadOutput = z.object({ unread: z.int().meta({ description: '100 stands for 100 or more' }) });
export type UnreadOutput = z.output<typeof unreadOutput>;

export const notificationReadInput = z
  .strictObject({
    ids: z.array(uuid).min(1, 'Name at least one').max(100, 'At most 100 at once').optional(),
    all: z.literal(true, { message: 'Leave this out, or send true' }).optional(),
  })
  .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), 'Send either ids or all');
export type NotificationRead = z.output<typeof notificationReadInput>;

export const preferencesOutput = z
  .object({
    items: z.array(
      z.object({
        event: z.enum(NOTIFICATION_EVENTS),
        label: z.string(),
        help: z.string(),
        isOn: z.boolean(),
        isLocked: z.boolean().meta({ description: 'Cannot be switched off' }),
      }),
    ),
  })
  .meta({ id: 'NotificationPreferences' });
export type NotificationPreferences = z.output<typeof preferencesOutput>;

const choice = z.boolean().optional();
const always = z.literal(true, { message: 'This cannot be switched off' }).optional();
const choices = NOTIFICATION_EVENTS.map((event) => [event, EVENT_FACTS[event].isAlwaysOn ? always : choice]);

export const preferencesUpdateInput = z.strictObject(
  Object.fromEntries(choices) as Record<NotificationEvent, typeof choice>,
);
export type PreferencesUpdate = z.output<typeof preferencesUpdateInput>;

/** Of what somebody may want to hear nothing. */
export const mutedInput = z.strictObject({
  entity: z.enum(['deal'], { message: 'Choose one of: deal' }),
  id: uuid,
});
export const mutedOutput = z.object({ muted: z.boolean() });
