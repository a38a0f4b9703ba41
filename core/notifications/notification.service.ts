import { type ActorContext, type DomainEvent, noteMiss, publishChange } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { countUnread } from './notification.queries.ts';
import type { NotificationRead, UnreadOutput } from './notification.schema.ts';
import { isWanted, type NotificationEvent } from './notification-event.ts';
import { isSilenced, type MutedRecord, readMutes } from './notification-mute.service.ts';
import type { Providers } from './notification-provider.ts';
import { type Audience, losersOf, newsOf, type Telling, tellingsOf } from './notification-rules.ts';

/** One row for all records of one event and kind; beyond these its count goes on, its ids do not. */
const RECORDS_MAX = 5_000;
const ROWS_AT_ONCE = 500;

type Draft = {
  userId: string;
  event: NotificationEvent;
  entity: string;
  recordIds: string[];
  data: Record<string, unknown>;
};

/**
 * Writes down whom a transaction's events concern, in that transaction. Never the actor, but for their own files.
 * Answers whose notifications changed.
 */
export async function notifyOf(
  ctx: ActorContext,
  providers: Providers,
  events: readonly DomainEvent[],
): Promise<string[]> {
  const news = newsOf(events);
  const wanted = await writeDrafts(ctx, await draftsOf(ctx, providers, news));
  return [...wanted, ...losersOf(news)];
}

/** Writes what its person wants to hear. Answers who was told. */
export async function writeDrafts(ctx: ActorContext, drafts: Draft[]): Promise<string[]> {
  const wanted = await onlyWanted(ctx, drafts);
  for (let at = 0; at < wanted.length; at += ROWS_AT_ONCE) {
    const values = wanted.slice(at, at + ROWS_AT_ONCE).map(({ userId, event, entity, recordIds, data }) => ({
      user_id: userId,
      event,
      entity,
      record_ids: recordIds.slice(0, RECORDS_MAX),
      record_count: recordIds.length,
      data: JSON.stringify(data),
    }));
    await ctx.db.insertInto('core.notifications').values(values).execute();
  }
  return wanted.map(({ userId }) => userId);
}

async function draftsOf(ctx: ActorContext, providers: Providers, events: readonly DomainEvent[]): Promise<Draft[]> {
  const audienceOf = createAudiences(ctx, providers);
  const told: { userId: string; telling: Telling; event: DomainEvent }[] = [];
  for (const event of events)
    for (const [userId, telling] of await tellingsByPerson(event, audienceOf))
      if (userId !== ctx.actor.userId || telling.audience === 'actor') told.push({ userId, telling, event });
  const mutes = await readMutes(
    ctx,
    told.map(({ userId }) => userId),
  );
  const drafts = new Map<string, Draft>();
  for (const { userId, telling, event } of told) {
    const { entity, entityId } = event;
    if (isSilenced(mutes, { userId, event: telling.event, about: recordsOf(event) })) continue;
    addRecord(drafts, { userId, event: telling.event, entity, recordIds: [entityId], data: telling.data ?? {} });
  }
  return [...drafts.values()];
}

/** The record itself, and the deal of an activity. */
function recordsOf({ entity, entityId, data = {} }: DomainEvent): MutedRecord[] {
  const dealId = data['dealId'];
  return [{ entity, id: entityId }, ...(typeof dealId === 'string' ? [{ entity: 'deal', id: dealId }] : [])];
}

/** One telling each: who is mentioned in an activity on their own deal hears of it once. */
async function tellingsByPerson(event: DomainEvent, audienceOf: AudienceOf): Promise<Map<string, Telling>> {
  const tellings = new Map<string, Telling>();
  for (const telling of tellingsOf(event)) {
    for (const userId of await audienceOf(telling.audience, event))
      if (!tellings.has(userId)) tellings.set(userId, telling);
  }
  return tellings;
}

function addRecord(drafts: Map<string, Draft>, draft: Draft): void {
  const key = `${draft.userId} ${draft.event} ${draft.entity}`;
  const same = drafts.get(key);
  if (same) same.recordIds.push(...draft.recordIds);
  else drafts.set(key, draft);
}

type AudienceOf = (audience: Audience, event: DomainEvent) => Promise<string[]>;

/** Who belongs to an audience; managers are asked for once. */
function createAudiences(ctx: ActorContext, providers: Providers): AudienceOf {
  let managers: Promise<string[]> | undefined;
  return async (audience, event) => {
    if (audience === 'actor') return [ctx.actor.userId];
    if (audience === 'owners') return ownersIn(ctx, providers, event);
    if (audience !== 'managers') return audience.userIds;
    managers ??= listManagers(ctx);
    return managers;
  };
}

async function listManagers(ctx: ActorContext): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('role', 'in', ['admin', 'manager'])
    .where('status', '=', 'active')
    .select('user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** The owners of the records that an event links to: `dealId`, `contactId`. */
async function ownersIn(ctx: ActorContext, providers: Providers, { data = {} }: DomainEvent): Promise<string[]> {
  const owners: string[] = [];
  for (const { entity, ownersOf } of providers.values()) {
    const id = data[`${entity}Id`];
    if (ownersOf && typeof id === 'string') owners.push(...(await ownersOf(ctx, [id])));
  }
  return owners;
}

async function onlyWanted(ctx: ActorContext, drafts: Draft[]): Promise<Draft[]> {
  if (drafts.length === 0) return [];
  const people = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', [...new Set(drafts.map(({ userId }) => userId))])
    .where('status', '=', 'active')
    .select(['user_id', 'preferences'])
    .execute();
  const choices = new Map(people.map((person) => [person.user_id, person.preferences]));
  return drafts.filter(({ userId, event }) => choices.has(userId) && isWanted(event, choices.get(userId)));
}

/** Marks these, or all, as read. Throws not_found when one of them is not there to be seen; then none is marked. */
export async function readNotifications(ctx: ActorContext, { ids }: NotificationRead): Promise<UnreadOutput> {
  const { actor, db } = ctx;
  if (ids) await requireOwn(ctx, [...new Set(ids)]);
  await db
    .updateTable('core.notifications')
    .set({ read_at: sql<Date>`now()` })
    .where('tenant_id', '=', actor.tenantId)
    .where('user_id', '=', actor.userId)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .execute();
  ctx.afterCommit(() => publishChange(ctx, { kinds: [], told: [actor.userId] }));
  return countUnread(ctx);
}

async function requireOwn(ctx: ActorContext, ids: string[]): Promise<void> {
  const rows = await ctx.db
    .selectFrom('core.notifications')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId)
    .where('id', 'in', ids)
    .select('id')
    .execute();
  const found = new Set(rows.map((row) => row.id));
  const missing = ids.find((id) => !found.has(id));
  if (!missing) return;
  await noteMiss(ctx, 'notification', missing);
  throw new AppError('not_found', { detail: 'One of these notifications does not exist any more.' });
}
