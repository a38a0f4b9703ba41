import { type ActorContext, emitEvents, noteMiss, writeEach } from '@aura/api';
import { AppError } from '@aura/kernel';
import type { Batch } from './bulk.queries.ts';
import type { BulkEditor, BulkPlan, BulkRow, Patch } from './bulk-editor.ts';
import { readRows, restorePatches, type Write, type Written, writePatches } from './bulk-write.queries.ts';

export const BATCH_RECORDS = 500;
const NOTED_MAX = 20;

type Failure = { record_id: string; name: string | null; code: string; message: string };
type Work = { editId: string; undone: string | null; editor: BulkEditor; plan: BulkPlan };

/** One part of a bulk edit: rows that refuse are noted and stop no other. Everything is in the caller's transaction. */
export async function runBatch(ctx: ActorContext, work: Work, batch: Batch): Promise<void> {
  const { editor, plan, editId } = work;
  const rows = await readRows(ctx, editor, { ids: batch.record_ids, isLocked: true });
  const { writes, unchanged, failures } = sortOut(editor, rows, await plan(rows));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { results, refused } = await writeEach(ctx, writes, (some) => writeSome(ctx, work, some));
  for (const { row, error } of refused) failures.push(failureOf(editor, row.id, { row: byId.get(row.id), error }));
  failures.push(
    ...(await missed(
      ctx,
      editor,
      batch.record_ids.filter((id) => !byId.has(id)),
    )),
  );
  const written = results.flat();
  await tell(ctx, work, written);
  await noteFailures(ctx, editId, failures);
  await setDone(ctx, work, { batch, changed: written.length, unchanged, failed: failures.length });
}

/** Ids that are not there for this person, as far as needed to tell a probe from a typing error. */
async function missed(ctx: ActorContext, editor: BulkEditor, ids: string[]): Promise<Failure[]> {
  for (const id of ids.slice(0, NOTED_MAX)) await noteMiss(ctx, editor.entity, id);
  return ids.map((id) => failureOf(editor, id, { error: new AppError('not_found') }));
}

function writeSome(ctx: ActorContext, { editor, editId, undone }: Work, writes: readonly Write[]): Promise<Written[]> {
  return undone === null
    ? writePatches(ctx, editor, { editId, writes })
    : restorePatches(ctx, editor, { editId, undone, writes });
}

function sortOut(editor: BulkEditor, rows: readonly BulkRow[], patches: ReadonlyMap<string, Patch | AppError>) {
  const writes: Write[] = [];
  const failures: Failure[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const patch = patches.get(row.id) ?? {};
    if (patch instanceof AppError) failures.push(failureOf(editor, row.id, { row, error: patch }));
    else if (Object.keys(patch).length === 0) unchanged += 1;
    else writes.push({ id: row.id, patch });
  }
  return { writes, failures, unchanged };
}

function failureOf(
  editor: BulkEditor,
  id: string,
  { row, error }: { row?: BulkRow | undefined; error: AppError },
): Failure {
  return {
    record_id: id,
    name: row ? editor.nameOf(row) : null,
    code: error.reason,
    message: sentenceOf(error),
  };
}

/** With each field that is asked for: `Proposal needs more details first: closeDate`. */
export function sentenceOf({ message, issues }: AppError): string {
  const asked = issues.filter(({ code, message: said }) => code === 'required' && said !== message);
  return asked.length > 0 ? `${message}: ${asked.map(({ path }) => path).join(', ')}` : message;
}

async function tell(ctx: ActorContext, { editor, undone }: Work, written: Written[]): Promise<void> {
  const isUndo = undone !== null;
  await emitEvents(
    ctx.db,
    await editor.eventsOf(
      ctx,
      written.map((pair) => ({ ...pair, isUndo })),
    ),
  );
}

async function noteFailures(ctx: ActorContext, editId: string, failures: Failure[]): Promise<void> {
  if (failures.length === 0) return;
  await ctx.db
    .insertInto('core.bulk_failures')
    .values(failures.map((failure) => ({ edit_id: editId, ...failure })))
    .execute();
}

type Done = { batch: Batch; changed: number; unchanged: number; failed: number };

async function setDone(ctx: ActorContext, { editId }: Work, { batch, ...counts }: Done): Promise<void> {
  await ctx.db
    .updateTable('core.bulk_batches')
    .set({ ...counts, done_at: ctx.clock() })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('edit_id', '=', editId)
    .where('position', '=', batch.position)
    .execute();
}
