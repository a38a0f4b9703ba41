import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import type { BulkEditor, BulkPlan, BulkRow, Patch } from './bulk-editor.ts';
import { readNotes } from './bulk-write.queries.ts';

/** What another edit left is put back where nobody has changed the record since, under today's rights and rules. */
export async function planUndo(ctx: ActorContext, editor: BulkEditor, undone: string): Promise<BulkPlan> {
  const objection = (await editor.prepareUndo?.(ctx)) ?? (() => null);
  return async (rows) => {
    const notes = await readNotes(ctx, editor, { undone, ids: rows.map(({ id }) => id) });
    return new Map(
      rows.map((row) => {
        const note = notes.get(row.id);
        return [row.id, note ? undoOf(ctx, editor, { row, ...note, objection }) : {}];
      }),
    );
  };
}

type Undoing = { row: BulkRow; version: number; patch: Patch; objection: (patch: Patch) => AppError | null };

function undoOf(ctx: ActorContext, editor: BulkEditor, { row, version, patch, objection }: Undoing): Patch | AppError {
  if (row.version !== version)
    return new AppError('conflict', {
      reason: 'edited_since',
      detail: 'Someone has changed this since, so it stays as it is.',
    });
  try {
    editor.requirePatch(ctx, row, patch);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error;
    throw error;
  }
  return objection(patch) ?? patch;
}
