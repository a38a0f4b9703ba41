import { type ActorContext, noteMiss } from '@aura/api';
import { AppError } from '@aura/kernel';
import type { NotificationEvent } from './notification-event.ts';
import type { Providers } from './notification-provider.ts';

export type MutedRecord = { entity: string; id: string };

/** Meant for the person and not for those who follow the record: said whatever is muted. */
const SAID_ANYWAY: ReadonlySet<NotificationEvent> = new Set(['mentioned', 'escalated', 'role_changed']);

/** Throws not_found for a record that the person does not see. */
export async function isMuted(ctx: ActorContext, providers: Providers, record: MutedRecord): Promise<boolean> {
  await requireSeen(ctx, providers, record);
  return (await readMutes(ctx, [ctx.actor.userId])).has(keyOf(ctx.actor.userId, record));
}

/** Muting twice is muting once. */
export async function muteRecord(ctx: ActorContext, providers: Providers, record: MutedRecord): Promise<void> {
  await requireSeen(ctx, providers, record);
  await ctx.db
    .insertInto('core.muted_records')
    .values({ entity: record.entity, record_id: record.id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function unmuteRecord(ctx: ActorContext, providers: Providers, record: MutedRecord): Promise<void> {
  await requireSeen(ctx, providers, record);
  await ctx.db
    .deleteFrom('core.muted_records')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId)
    .where('entity', '=', record.entity)
    .where('record_id', '=', record.id)
    .execute();
}

async function requireSeen(ctx: ActorContext, providers: Providers, { entity, id }: MutedRecord): Promise<void> {
  const seen = await providers.get(entity)?.describe(ctx, [id]);
  if (seen && seen.length > 0) return;
  await noteMiss(ctx, entity, id);
  throw new AppError('not_found');
}

export type Mutes = ReadonlySet<string>;

/** What these people have muted, of what the caller sees. */
export async function readMutes(ctx: ActorContext, userIds: readonly string[]): Promise<Mutes> {
  if (userIds.length === 0) return new Set();
  const rows = await ctx.db
    .selectFrom('core.muted_records')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', 'in', [...new Set(userIds)])
    .select(['user_id', 'entity', 'record_id'])
    .execute();
  return new Set(rows.map((row) => keyOf(row.user_id, { entity: row.entity, id: row.record_id })));
}

type Told = { userId: string; event: NotificationEvent; about: readonly MutedRecord[] };

/** Whether the person wants to hear nothing of one of the records that something is about. */
export function isSilenced(mutes: Mutes, { userId, event, about }: Told): boolean {
  return !SAID_ANYWAY.has(event) && about.some((record) => mutes.has(keyOf(userId, record)));
}

const keyOf = (userId: string, { entity, id }: MutedRecord): string => `${userId} ${entity} ${id}`;
