import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { changedIds, getBulkEdit, lockBulkEdit, UNDO_DAYS } from './bulk.queries.ts';
import { AT_ONCE_MAX, type BulkChoice, type BulkEdit } from './bulk.schema.ts';
import { BATCH_RECORDS } from './bulk-batch.service.ts';
import type { BulkEditor, BulkEditors } from './bulk-editor.ts';
import { requireEditor, runNextBatch } from './bulk-run.service.ts';

export const CHOSEN_MAX = 100_000;

/**
 * Changes many records: up to 200 before it returns, more by a worker. Throws what is wrong with the changes as a whole;
 * a record that refuses is in the failures.
 */
export async function startBulkEdit<Filter>(
  ctx: ActorContext,
  editor: BulkEditor<Filter>,
  choice: BulkChoice<Filter>,
): Promise<BulkEdit> {
  const { entity } = editor;
  // Refused here rather than in a worker.
  await editor.prepare(ctx, choice.changes);
  const ids = await chosenIds(ctx, editor, choice);
  const editId = await insertEdit(ctx, { entity, changes: choice.changes, ids });
  return runOrAsk(ctx, { editId, editors: only(editor), isAtOnce: ids.length <= AT_ONCE_MAX });
}

type Reassignment<Filter> = { ids?: string[] | undefined; filter?: Filter | undefined; ownerId: string };

/** F9.5: gives many records to one person, in one go whatever their number. It is a bulk edit like others, to be undone. */
export async function reassignInBulk<Filter>(
  ctx: ActorContext,
  editor: BulkEditor<Filter>,
  { ownerId, ...chosen }: Reassignment<Filter>,
): Promise<{ changed: number }> {
  const choice = { ...chosen, changes: { ownerId } };
  await editor.prepare(ctx, choice.changes);
  const ids = await chosenIds(ctx, editor, choice);
  const editId = await insertEdit(ctx, { entity: editor.entity, changes: choice.changes, ids });
  const { changed } = await runOrAsk(ctx, { editId, editors: only(editor), isAtOnce: true });
  return { changed };
}

/**
 * Takes a bulk edit back, as a bulk edit of its own: records that someone has changed since are left and listed. Throws
 * conflict `not_undoable` unless it is over, has changed something, was not undone before
 * and is not older than what it overwrote is kept.
 */
export async function undoBulkEdit(ctx: ActorContext, editors: BulkEditors, id: string): Promise<BulkEdit> {
  const { entity } = await lockBulkEdit(ctx, id);
  requireEditor(ctx, editors, entity);
  requireUndoable(await getBulkEdit(ctx, id));
  const ids = await changedIds(ctx, id);
  const editId = await insertEdit(ctx, { entity, changes: {}, ids, undoOf: id });
  return runOrAsk(ctx, { editId, editors, isAtOnce: ids.length <= AT_ONCE_MAX });
}

function requireUndoable({ status, undoneBy, changed, abilities }: BulkEdit): void {
  if (abilities.undo) return;
  const isOver = status === 'done' || status === 'failed';
  const detail = !isOver
    ? `This change is ${status}; it can be undone once it is over.`
    : undoneBy
      ? 'This change was undone already.'
      : changed === 0
        ? 'This change has changed nothing.'
        : `This change is more than ${UNDO_DAYS} days old; what was there before is no longer kept.`;
  throw new AppError('conflict', { reason: 'not_undoable', detail });
}

const only = <Filter>(editor: BulkEditor<Filter>): BulkEditors => new Map([[editor.entity, editor as BulkEditor]]);

/** The chosen ids as they are now: what matches later is not changed. */
export async function chosenIds<Filter>(
  ctx: ActorContext,
  editor: BulkEditor<Filter>,
  { ids, filter, changes }: BulkChoice<Filter>,
): Promise<string[]> {
  if (ids) return [...new Set(ids)].toSorted();
  const isDeleted = 'archived' in changes && changes.archived === false;
  const found = await editor.find(ctx, { filter: filter as Filter, isDeleted, limit: CHOSEN_MAX + 1 });
  if (found.length <= CHOSEN_MAX) return found.toSorted();
  throw new AppError('invalid', {
    reason: 'too_many',
    field: 'filter',
    detail: 'More than 100,000 records match. Narrow the filter.',
  });
}

type NewEdit = { entity: string; changes: object; ids: readonly string[]; undoOf?: string };

async function insertEdit(ctx: ActorContext, { entity, changes, ids, undoOf }: NewEdit): Promise<string> {
  const { id } = await ctx.db
    .insertInto('core.bulk_edits')
    .values({ entity, changes: JSON.stringify(changes), undo_of: undoOf ?? null, total: ids.length })
    .returning('id')
    .executeTakeFirstOrThrow();
  const batches = Array.from({ length: Math.ceil(ids.length / BATCH_RECORDS) }, (_, position) => ({
    edit_id: id,
    position,
    record_ids: ids.slice(position * BATCH_RECORDS, (position + 1) * BATCH_RECORDS),
  }));
  if (batches.length > 0) await ctx.db.insertInto('core.bulk_batches').values(batches).execute();
  return id;
}

type Start = { editId: string; editors: BulkEditors; isAtOnce: boolean };

async function runOrAsk(ctx: ActorContext, { editId, editors, isAtOnce }: Start): Promise<BulkEdit> {
  if (isAtOnce) while (await runNextBatch(ctx, { editId, editors }));
  else await ctx.emit({ type: 'bulk_edit.requested', entity: 'bulk_edit', entityId: editId });
  return getBulkEdit(ctx, editId);
}
