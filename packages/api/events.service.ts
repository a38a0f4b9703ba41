import { sql, type TenantDb } from '@aura/db';
import type { ActorContext, DomainEvent } from './context.ts';

/** Writes a domain event beside the change it tells of. */
export async function emitEvent(db: TenantDb, event: DomainEvent): Promise<void> {
  await emitEvents(db, [event]);
}

// Each event is four parameters of a statement that may have 65,535.
const EVENTS_AT_ONCE = 5_000;

/** Many events in few statements, for imports and bulk changes. */
export async function emitEvents(db: TenantDb, events: DomainEvent[]): Promise<void> {
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
