import type { ActorContext } from '@aura/api';
import { AppError, can } from '@aura/kernel';
import { type LockedEdit, lockBulkEdit, nextBatch } from './bulk.queries.ts';
import { runBatch } from './bulk-batch.service.ts';
import type { BulkEditor, BulkEditors } from './bulk-editor.ts';
import { planUndo } from './bulk-undo-plan.service.ts';

/** What a job's context offers: the member's rights of now. */
export type BulkVoice = { transaction<T>(work: (ctx: ActorContext) => Promise<T>): Promise<T> };
export type BulkRun = { editId: string; editors: BulkEditors; signal?: AbortSignal | undefined };

/**
 * Runs what is left of a bulk edit, each batch a transaction of its own: a process that dies leaves whole batches, and
 * the retry goes on after them. What has become impossible ends the edit, with what is done staying done.
 */
export async function runBulkEdit(voice: BulkVoice, { editId, editors, signal }: BulkRun): Promise<void> {
  try {
    let hasMore = true;
    while (hasMore) {
      signal?.throwIfAborted();
      hasMore = await voice.transaction((ctx) => runNextBatch(ctx, { editId, editors }));
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await voice.transaction((ctx) => setFailed(ctx, editId, { code: error.reason, message: error.message }));
  }
}

/** Returns whether there is more to do. */
export async function runNextBatch(
  ctx: ActorContext,
  { editId, editors }: { editId: string; editors: BulkEditors },
): Promise<boolean> {
  // Held until the end, so that a second run of the same edit waits and then takes the batch after.
  const edit = await lockBulkEdit(ctx, editId);
  if (!isUnderWay(edit)) return false;
  const batch = await nextBatch(ctx, editId);
  if (!batch) {
    await setDone(ctx, editId);
    return false;
  }
  if (edit.status === 'queued') await setRunning(ctx, editId);
  const editor = requireEditor(ctx, editors, edit.entity);
  const plan = edit.undo_of ? await planUndo(ctx, editor, edit.undo_of) : await editor.prepare(ctx, edit.changes);
  await runBatch(ctx, { editId, undone: edit.undo_of, editor, plan }, batch);
  return true;
}

export function requireEditor(ctx: ActorContext, editors: BulkEditors, entity: string): BulkEditor {
  const editor = editors.get(entity);
  if (!editor)
    throw new AppError('invalid', { reason: 'unknown_entity', detail: `${entity}s are not changed in bulk` });
  if (!can(ctx.actor, editor.permission))
    throw new AppError('forbidden', { detail: `Your role does not allow this (${editor.permission}).` });
  return editor;
}

const isUnderWay = ({ status }: LockedEdit): boolean => status === 'queued' || status === 'running';

/** Ends an edit that cannot go on; what it has changed can be undone. */
export async function setFailed(
  ctx: ActorContext,
  editId: string,
  failure: { code: string; message: string },
): Promise<void> {
  if (!isUnderWay(await lockBulkEdit(ctx, editId))) return;
  await setState(ctx, editId, { status: 'failed', finished_at: ctx.clock(), failure: JSON.stringify(failure) });
}

async function setRunning(ctx: ActorContext, editId: string): Promise<void> {
  await setState(ctx, editId, { status: 'running', started_at: ctx.clock() });
}

async function setDone(ctx: ActorContext, editId: string): Promise<void> {
  await setState(ctx, editId, { status: 'done', finished_at: ctx.clock() });
}

type State = { status: string; started_at?: Date; finished_at?: Date; failure?: string };

async function setState(ctx: ActorContext, editId: string, state: State): Promise<void> {
  await ctx.db
    .updateTable('core.bulk_edits')
    .set(state)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', editId)
    .execute();
}
