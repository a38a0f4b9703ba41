import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { NotificationPreferences, PreferencesUpdate } from './notification.schema.ts';
import { EVENT_FACTS, isWanted, NOTIFICATION_EVENTS } from './notification-event.ts';

/** The person's choices, of the events that people of their role are told of. */
export async function getNotificationPreferences(ctx: ActorContext): Promise<NotificationPreferences> {
  const { preferences } = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId)
    .select('preferences')
    .executeTakeFirstOrThrow();
  const events = NOTIFICATION_EVENTS.filter((event) => EVENT_FACTS[event].roles?.includes(ctx.actor.role) ?? true);
  return {
    items: events.map((event) => ({
      event,
      label: EVENT_FACTS[event].label,
      help: EVENT_FACTS[event].help,
      isOn: isWanted(event, preferences),
      isLocked: EVENT_FACTS[event].isAlwaysOn ?? false,
    })),
  };
}

/** Holds for what happens from now on. */
export async function updateNotificationPreferences(
  ctx: ActorContext,
  choices: PreferencesUpdate,
): Promise<NotificationPreferences> {
  await ctx.db
    .updateTable('core.memberships')
    .set({
      preferences: sql<string>`preferences || jsonb_build_object('notifications',
        case jsonb_typeof(preferences -> 'notifications') when 'object' then preferences -> 'notifications' else '{}' end || ${JSON.stringify(choices)}::jsonb)`,
    })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId)
    .execute();
  return getNotificationPreferences(ctx);
}
