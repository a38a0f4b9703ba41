import type { ActorContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import type { BulkChoice, BulkPreview } from './bulk.schema.ts';
import { chosenIds } from './bulk.service.ts';
import { BATCH_RECORDS, sentenceOf } from './bulk-batch.service.ts';
import type { BulkEditor, BulkPlan } from './bulk-editor.ts';
import { readRows } from './bulk-write.queries.ts';

const JUDGED_MAX = 10_000;
const SHOWN_MAX = 100;

/**
 * What a bulk edit would do, without doing it: the rules are asked, the database's constraints are not. Throws what is
 * wrong with the changes as a whole.
 */
export async function previewBulkEdit<Filter>(
  ctx: ActorContext,
  editor: BulkEditor<Filter>,
  choice: BulkChoice<Filter>,
): Promise<BulkPreview> {
  const plan = await editor.prepare(ctx, choice.changes);
  const ids = await chosenIds(ctx, editor, choice);
  const judged = ids.slice(0, JUDGED_MAX);
  const preview: BulkPreview = {
    ...{ total: ids.length, judged: judged.length, changing: 0, unchanged: 0, refused: 0 },
    ...{ reasons: [], failures: [] },
  };
  for (let start = 0; start < judged.length; start += BATCH_RECORDS)
    await judgeBatch(ctx, { editor: editor as BulkEditor, plan, preview }, judged.slice(start, start + BATCH_RECORDS));
  return preview;
}

type Judging = { editor: BulkEditor; plan: BulkPlan; preview: BulkPreview };

async function judgeBatch(ctx: ActorContext, { editor, plan, preview }: Judging, ids: string[]): Promise<void> {
  const rows = await readRows(ctx, editor, { ids, isLocked: false });
  const patches = await plan(rows);
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = found.get(id);
    const patch = row ? (patches.get(id) ?? {}) : new AppError('not_found');
    if (patch instanceof AppError) refuse(preview, { id, name: row ? editor.nameOf(row) : null, error: patch });
    else if (Object.keys(patch).length === 0) preview.unchanged += 1;
    else preview.changing += 1;
  }
}

function refuse(preview: BulkPreview, { id, name, error }: { id: string; name: string | null; error: AppError }): void {
  const message = sentenceOf(error);
  preview.refused += 1;
  const known = preview.reasons.find((reason) => reason.code === error.reason && reason.message === message);
  if (known) known.count += 1;
  else if (preview.reasons.length < SHOWN_MAX) preview.reasons.push({ code: error.reason, message, count: 1 });
  if (preview.failures.length < SHOWN_MAX)
    preview.failures.push({ id, name, code: error.reason, message, fields: error.issues.map(({ path }) => path) });
}
