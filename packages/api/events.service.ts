import { sql, type TenantDb } from '@aura/db';
import type { ActorContext, DomainEvent, EventHook } from './context.ts';
import { publishChange } from './live/change.ts';

/** Writes a domain event beside the change it tells of. */
export async function emitEvent(db: TenantDb, event: DomainEvent): Promise<void> {
  await emitEvents(db, [event]);
}

// Each event is four parameters of a statement that may have 65,535.
const EVENTS_AT_ONCE = 5_000;

/** Many events in few statements, for imports and bulk changes. */
export async function emitEvents(db: TenantDb, events: DomainEvent[]): Promise<void> {
  for (const event of events) note(db, event);
  for (let start = 0; start < events.length; start += EVENTS_AT_ONCE) {
    const values = events.slice(start, start + EVENTS_AT_ONCE).map((event) => ({
      type: event.type,
      entity: event.entity,
      entity_id: event.entityId,
      data: JSON.stringify(event.data ?? {}),
    }));
    await db.insertInto('core.events').values(values).execute();
  }
}

type Heard = { kinds: Set<string>; hooks: readonly { hook: EventHook; events: DomainEvent[] }[] };

/** What each open transaction has emitted. */
const heardBy = new WeakMap<TenantDb, Heard>();

function note(db: TenantDb, event: DomainEvent): void {
  const heard = heardBy.get(db);
  heard?.kinds.add(event.entity);
  for (const { hook, events } of heard?.hooks ?? []) if (hook.listensTo(event)) events.push(event);
}

/** The work of one transaction; then what follows from its events, and after the commit one message to open screens. */
export async function withEventsHeard<T>(ctx: ActorContext, work: () => Promise<T>): Promise<T> {
  const hooks = (ctx.platform.eventHooks ?? []).map((hook) => ({ hook, events: [] }));
  const heard: Heard = { kinds: new Set(), hooks };
  heardBy.set(ctx.db, heard);
  const result = await work();
  const told: string[] = [];
  for (const { hook, events } of heard.hooks) if (events.length > 0) told.push(...(await hook.hear(ctx, events)));
  if (heard.kinds.size > 0) ctx.afterCommit(() => publishChange(ctx, { kinds: [...heard.kinds], told }));
  return result;
}

/**
 * Notes an id that touched nothing (F5.6). A worker tells probes from typing errors later, so the caller learns nothing.
 * Written after the request's own transaction, which the not_found that follows rolls back: a second connection taken
 * while the first is held could starve the pool.
 */
export async function noteMiss(ctx: ActorContext, entity: string, id: string): Promise<void> {
  const session = await ctx.authenticate();
  const reader = ctx.platform.tenants.reader({
    tenantId: ctx.actor.tenantId,
    token: session.token,
    requestId: ctx.requestId,
  });
  await ctx.afterEnd(async () => {
    await sql`select audit.note_miss(${entity}, ${id}::uuid)`.execute(reader);
  });
}

/** A sensitive operation that no table change shows (an export, a code asked for), in the caller's audit log. */
export async function recordAudit(
  ctx: ActorContext,
  entry: { action: string; entity: string; entityId?: string; detail?: Record<string, unknown> },
): Promise<void> {
  await sql`select audit.record(${entry.action}, ${entry.entity}, ${entry.entityId ?? null}::uuid, ${JSON.stringify(entry.detail ?? {})}::jsonb)`.execute(
    ctx.db,
  );
}
