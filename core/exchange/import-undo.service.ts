import type { ActorContext } from '@aura/api';
import { AppError, can } from '@aura/kernel';
import { getImport, listChanges, lockImport, type UndoableChange } from './import.queries.ts';
import type { Import, UndoReport } from './import.schema.ts';
import type { Importer, Importers } from './importer.ts';
import { archiveRecords, restoreRecords } from './record-writer.service.ts';

const BATCH_RECORDS = 500;
const KEPT_MAX = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Removes what the import created and puts back what it changed, in one transaction. Records that someone edited or
 * archived since are left as they are and listed. Throws conflict `not_undoable` unless the import is done and real.
 */
export async function undoImport(ctx: ActorContext, importers: Importers, id: string): Promise<Import> {
  const locked = await lockImport(ctx, id);
  if (locked.status !== 'done' || locked.is_dry_run) {
    throw new AppError('conflict', {
      reason: 'not_undoable',
      detail: locked.is_dry_run
        ? 'A dry run has changed nothing.'
        : `This import is ${locked.status}; only one that is done can be undone.`,
    });
  }
  const report: UndoReport = { removed: 0, restored: 0, kept: [], keptCount: 0 };
  // The file's own records first: those that they brought along are what they link to.
  const ordered = [...importers.values()].toSorted(
    (a, b) => Number(b.entity === locked.entity) - Number(a.entity === locked.entity),
  );
  for (const importer of ordered) await undoEntity(ctx, { importer, importId: id, report });
  await ctx.db
    .updateTable('core.imports')
    .set({ status: 'undone', undone_at: ctx.clock(), undo: JSON.stringify(report) })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
  await ctx.emit({
    type: 'import.undone',
    entity: 'import',
    entityId: id,
    data: { removed: report.removed, restored: report.restored, kept: report.keptCount },
  });
  return getImport(ctx, id);
}

type Part = { importer: Importer; importId: string; report: UndoReport };

async function undoEntity(ctx: ActorContext, { importer, importId, report }: Part): Promise<void> {
  const { entity, table, isLive, idColumn = 'id' } = importer;
  let after = FIRST_ID;
  for (;;) {
    const changes = await listChanges(ctx, { importId, entity, table, idColumn, isLive, after, limit: BATCH_RECORDS });
    const last = changes.at(-1);
    if (!last) return;
    if (!can(ctx.actor, importer.permission))
      throw new AppError('forbidden', { detail: `Your role does not allow this (${importer.permission}).` });
    await undoChanges(ctx, { importer, importId, report }, changes);
    after = last.record_id;
  }
}

async function undoChanges(
  ctx: ActorContext,
  { importer, importId, report }: Part,
  changes: UndoableChange[],
): Promise<void> {
  const idsOf = (action: string): string[] =>
    changes
      .filter((change) => change.state === 'untouched' && change.action === action)
      .map((change) => change.record_id);
  const created = idsOf('created');
  const updated = idsOf('updated');
  if (created.length > 0)
    await (importer.remove ? importer.remove(ctx, created) : archiveRecords(importer, ctx, created));
  if (updated.length > 0) {
    await importer.restore?.(ctx, { importId, ids: updated });
    await restoreRecords(importer, ctx, { importId, ids: updated });
  }
  report.removed += created.length;
  report.restored += updated.length;
  for (const { record_id, line, state } of changes) {
    if (state === 'untouched') continue;
    report.keptCount += 1;
    if (report.kept.length < KEPT_MAX)
      report.kept.push({ entity: importer.entity, id: record_id, row: line, reason: state });
  }
}
