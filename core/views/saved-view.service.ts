import { type ActorContext, archivedRefusal, requireVersion } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { canKeepView } from './saved-view.permissions.ts';
import {
  getSavedView,
  lockSavedView,
  readSavedView,
  type SavedViewRow,
  toSavedView,
  viewRows,
} from './saved-view.queries.ts';
import type { SavedView, SavedViewCreate, SavedViewUpdate } from './saved-view.schema.ts';
import { VIEWS_MAX } from './saved-view.ts';

type Versioned = { id: string; expectedVersion?: number | undefined };

export async function createSavedView(
  ctx: ActorContext,
  { entity, name, visibility, address }: SavedViewCreate,
): Promise<SavedView> {
  await requireRoom(ctx, { entity, name });
  const { id } = await ctx.db
    .insertInto('core.saved_views')
    .values({ entity, name, visibility, address: JSON.stringify(address) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return announce(ctx, 'saved_view.created', id);
}

export async function updateSavedView(
  ctx: ActorContext,
  { id, expectedVersion, ...given }: SavedViewUpdate,
): Promise<SavedView> {
  const current = await holdSavedView(ctx, { id, expectedVersion });
  if (current.deleted_at) throw archivedRefusal('view');
  const changes = changesOf(current, given);
  const isOwn = current.owner_id === ctx.actor.userId;
  if (changes.visibility && !isOwn) throw visibilityRefusal();
  if (changes.name && isOwn) await requireFreeName(ctx, { id, entity: current.entity, name: changes.name });
  if (Object.keys(changes).length === 0) return toSavedView(ctx, current);
  await writeView(ctx, id, changes);
  return announce(ctx, 'saved_view.updated', id);
}

export async function archiveSavedView(ctx: ActorContext, lock: Versioned): Promise<void> {
  const current = await holdSavedView(ctx, lock);
  if (current.deleted_at) throw new AppError('not_found');
  await writeView(ctx, lock.id, { deleted_at: ctx.clock() });
  await announce(ctx, 'saved_view.archived', lock.id);
}

export async function restoreSavedView(ctx: ActorContext, id: string): Promise<SavedView> {
  const current = await holdSavedView(ctx, { id });
  if (!current.deleted_at) return toSavedView(ctx, current);
  if (current.owner_id === ctx.actor.userId) await requireRoom(ctx, current);
  await writeView(ctx, id, { deleted_at: null });
  return announce(ctx, 'saved_view.restored', id);
}

/** The row for a change by this person. What they see and may not change is 403, what they do not see 404. */
async function holdSavedView(ctx: ActorContext, { id, expectedVersion }: Versioned): Promise<SavedViewRow> {
  if (!canKeepView(ctx.actor, await readSavedView(ctx, id)))
    throw new AppError('forbidden', {
      reason: 'not_owner',
      detail: 'A shared view is changed by its owner, managers and admins. Save it as a new view of your own.',
    });
  const row = await lockSavedView(ctx, id);
  requireVersion(row, expectedVersion, () => toSavedView(ctx, row));
  return row;
}

function visibilityRefusal(): AppError {
  return new AppError('forbidden', {
    reason: 'owner_decides',
    field: 'visibility',
    detail: 'Only its owner decides who sees a view. You can delete it, or save one of your own.',
  });
}

type Wanted = { id?: string; entity: string; name: string };

/** One more view of one's own: there are not too many, and the name is free. */
async function requireRoom(ctx: ActorContext, wanted: Wanted): Promise<void> {
  await requireFreeName(ctx, wanted);
  const { count } = await ownViews(ctx, wanted.entity)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) >= VIEWS_MAX)
    throw new AppError('conflict', {
      reason: 'too_many_views',
      detail: `You keep ${VIEWS_MAX} views of this list already. Delete one you no longer use.`,
    });
}

/** Among one's own views of the list, private and shared: the index tells only those of one kind apart. */
async function requireFreeName(ctx: ActorContext, { id, entity, name }: Wanted): Promise<void> {
  const { tenantId, userId } = ctx.actor;
  // One's own views change one after the other, so that what is counted is what is there.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`saved_views:${tenantId}:${userId}`}, 0))`.execute(ctx.db);
  let taken = ownViews(ctx, entity).where(sql<boolean>`lower(view.name) = lower(${name})`);
  if (id) taken = taken.where('view.id', '<>', id);
  if (await taken.select('view.id').executeTakeFirst())
    throw new AppError('conflict', {
      reason: 'duplicate_name',
      field: 'name',
      detail: `You have a view named ${name} already. Choose another name.`,
    });
}

function ownViews(ctx: ActorContext, entity: string) {
  return viewRows(ctx)
    .where('view.owner_id', '=', ctx.actor.userId)
    .where('view.entity', '=', entity)
    .where('view.deleted_at', 'is', null);
}

type ViewChanges = { name?: string; visibility?: string; address?: string; deleted_at?: Date | null };

function changesOf(current: SavedViewRow, { name, visibility, address }: Omit<SavedViewUpdate, 'id'>): ViewChanges {
  return {
    ...(name && name !== current.name ? { name } : {}),
    ...(visibility && visibility !== current.visibility ? { visibility } : {}),
    ...(address ? { address: JSON.stringify(address) } : {}),
  };
}

async function writeView(ctx: ActorContext, id: string, changes: ViewChanges): Promise<void> {
  await ctx.db
    .updateTable('core.saved_views')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

/** Events are read by others: they say which list, and nothing of the view. */
async function announce(ctx: ActorContext, type: string, id: string): Promise<SavedView> {
  const view = await getSavedView(ctx, id);
  await ctx.emit({ type, entity: 'saved_view', entityId: id, data: { entity: view.entity } });
  return view;
}
