import { type ActorContext, publishChange } from '@aura/api';
import { writeDrafts } from './notification.service.ts';
import { isSilenced, readMutes } from './notification-mute.service.ts';
import type { Providers } from './notification-provider.ts';

/** Beyond these a morning is one notification. */
const ONE_BY_ONE_MAX = 10;
const RECORDS_MAX = 5_000;
/** After a longer silence of the workers nobody wants to hear of older ones. */
const DAYS_BACK_MAX = 7;

/**
 * Tells the person what of theirs is due since the day they were last reminded of, up to `day`. Done once per person and
 * day: the day moves forward in this transaction, and whoever comes second finds it moved.
 */
export async function remindOfDue(ctx: ActorContext, providers: Providers, day: string): Promise<void> {
  const last = await claimDay(ctx, day);
  if (last === null) return;
  const { userId } = ctx.actor;
  const days = { after: later(last, addDays(day, -DAYS_BACK_MAX)), upTo: day, max: RECORDS_MAX };
  const mutes = await readMutes(ctx, [userId]);
  let told = 0;
  for (const { entity, dueOf } of providers.values()) {
    const due = (await dueOf?.(ctx, days)) ?? [];
    const ids = due.filter((id) => !isSilenced(mutes, { userId, event: 'next_step_due', about: [{ entity, id }] }));
    const tellings = ids.length > ONE_BY_ONE_MAX ? [ids] : ids.map((id) => [id]);
    const drafts = tellings.map((recordIds) => ({
      userId,
      event: 'next_step_due' as const,
      entity,
      recordIds,
      data: {},
    }));
    told += (await writeDrafts(ctx, drafts)).length;
  }
  if (told > 0) ctx.afterCommit(() => publishChange(ctx, { kinds: [], told: [userId] }));
}

/** The day before this one that was told last; null where this one was told already. */
async function claimDay({ actor, db }: ActorContext, day: string): Promise<string | null> {
  const { tenantId, userId } = actor;
  await db
    .insertInto('core.reminder_days')
    .values({ reminded_on: addDays(day, -1) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'user_id']).doNothing())
    .execute();
  const { reminded_on: last } = await db
    .selectFrom('core.reminder_days')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .select('reminded_on')
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (last >= day) return null;
  await db
    .updateTable('core.reminder_days')
    .set({ reminded_on: day })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .execute();
  return last;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const later = (one: string, other: string): string => (one > other ? one : other);
