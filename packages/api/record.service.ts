import { sql } from '@aura/db';
import { AppError, type Changes, type Permission } from '@aura/kernel';
import type { ActorContext, DomainEvent } from './context.ts';
import { emitEvents } from './events.service.ts';

export type Versioned = { id: string; expectedVersion?: number | undefined };

/** Refuses a change that was made from an earlier version. Throws version_conflict with the record as it is now. */
export function requireVersion(
  { version }: { version: number },
  expectedVersion: number | undefined,
  show: () => unknown,
): void {
  if (expectedVersion && expectedVersion !== version) throw new AppError('version_conflict', { current: show() });
}

export function archivedRefusal(noun: string): AppError {
  return new AppError('conflict', { reason: 'archived', detail: `This ${noun} is archived. Restore it first.` });
}

/** As procedure() says it, for a permission that only some inputs ask for. */
export function permissionRefusal(permission: Permission): AppError {
  return new AppError('forbidden', { detail: `Your role does not allow this (${permission}).` });
}

export function ownerRefusal(): AppError {
  return new AppError('forbidden', {
    reason: 'owner_change',
    field: 'ownerId',
    detail: 'Only managers and admins choose another owner.',
  });
}

/** Tells what an update changed: a new owner by an event of its own. */
export async function emitChanges(
  ctx: ActorContext,
  record: { entity: string; id: string },
  changes: Changes,
): Promise<void> {
  for (const event of changeEvents(record, changes)) await ctx.emit(event);
}

export function changeEvents(
  { entity, id }: { entity: string; id: string },
  { ownerId, ...changes }: Changes,
): DomainEvent[] {
  const events = ownerId ? [ownerChanged(entity, { id, from: ownerId[0], to: ownerId[1] })] : [];
  if (Object.keys(changes).length > 0)
    events.push({ type: `${entity}.updated`, entity, entityId: id, data: { changes } });
  return events;
}

type Gift = { entity: string; rows: readonly { id: string; owner_id: string }[]; ownerId: string };

/** F9.5: gives these records, which the caller holds, to one person. */
export async function giveRecords(
  ctx: ActorContext,
  { table, ...gift }: Gift & { table: string },
): Promise<{ changed: number }> {
  const ids = gift.rows.map((row) => row.id);
  await sql`update ${sql.table(table)} set owner_id = ${gift.ownerId}
    where tenant_id = ${ctx.actor.tenantId} and id = any(${ids}::uuid[])`.execute(ctx.db);
  return emitOwnerChanges(ctx, gift);
}

export async function emitOwnerChanges(
  ctx: ActorContext,
  { entity, rows, ownerId }: Gift,
): Promise<{ changed: number }> {
  await emitEvents(
    ctx.db,
    rows.map((row) => ownerChanged(entity, { id: row.id, from: row.owner_id, to: ownerId })),
  );
  return { changed: rows.length };
}

function ownerChanged(entity: string, { id, from, to }: { id: string; from: unknown; to: unknown }): DomainEvent {
  return { type: `${entity}.owner_changed`, entity, entityId: id, data: { from, to } };
}
