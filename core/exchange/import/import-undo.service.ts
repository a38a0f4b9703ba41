import type { ActorContext } from '@aura/api';
import { AppError, can } from '@aura/kernel';
import {
  countChanges,
  getImport,
  type LockedImport,
  listChanges,
  lockImport,
  type UndoableChange,
} from './import.queries.ts';
import type { Import, UndoReport } from './import.schema.ts';
import type { ImportVoice } from './import-claim.service.ts';
import type { ImportEntity } from './import-entity.ts';
import { progressTeller, setProgress } from './import-progress.service.ts';
import type { ImportRun } from './import-run.service.ts';
import { usedSince } from './import-usage.queries.ts';
import type { Importer, Importers } from './importer.ts';
import { archiveRecords, restoreRecords } from './record-writer.service.ts';

const BATCH_RECORDS = 500;
const KEPT_MAX = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Asks a worker to remove what the import created and to put back what it changed; asked again meanwhile, it is the same
 * undo. Throws conflict `not_undoable` unless the import is done and real, forbidden without the right to its records.
 */
export async function undoImport(ctx: ActorContext, importers: Importers, id: string): Promise<Import> {
  const locked = await lockImport(ctx, id);
  if (locked.status === 'undoing') return getImport(ctx, id);
  requireUndoable(locked);
  const changes = await countChanges(ctx, id);
  for (const { entity } of changes) requirePermission(ctx, importers.get(entity));
  const total = changes.reduce((sum, { count }) => sum + count, 0);
  await setProgress(ctx, id, { total, processed: 0 });
  await setState(ctx, id, { status: 'undoing', failure: null });
  await ctx.emit({ type: 'import.undo_requested', entity: 'import', entityId: id, data: { records: total } });
  return getImport(ctx, id);
}

function requireUndoable({ status, is_dry_run, entity }: LockedImport): void {
  if (status === 'done' && !is_dry_run && entity !== 'workspace') return;
  throw new AppError('conflict', {
    reason: 'not_undoable',
    detail: is_dry_run
      ? 'A dry run has changed nothing.'
      : entity === 'workspace'
        ? 'A whole workspace is not undone; delete the workspace, or archive what you do not want.'
        : `This import is ${status}; only one that is done can be undone.`,
  });
}

function requirePermission(ctx: ActorContext, importer: Importer | undefined): void {
  if (importer && !can(ctx.actor, importer.permission))
    throw new AppError('forbidden', { detail: `Your role does not allow this (${importer.permission}).` });
}

/**
 * The worker's part, in one transaction: a process that dies half-way leaves all of the import, and the retry begins
 * anew. Records that someone edited or archived since are left as they are and listed.
 */
export async function runUndo(voice: ImportVoice, { importId, importers, signal }: ImportRun): Promise<void> {
  try {
    await voice.transaction((ctx) => undoAll(ctx, { voice, importId, importers, signal }));
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await voice.transaction((ctx) => setUndoFailed(ctx, importId, { code: error.reason, message: error.message }));
  }
}

/** The import is done again, as if nobody had asked; why is in its `failure`. */
export async function setUndoFailed(
  ctx: ActorContext,
  id: string,
  failure: { code: string; message: string },
): Promise<void> {
  const { status } = await lockImport(ctx, id);
  if (status === 'undoing') await setState(ctx, id, { status: 'done', failure: JSON.stringify(failure) });
}

type Undoing = ImportRun & { voice: ImportVoice };

async function undoAll(ctx: ActorContext, { voice, importId, importers, signal }: Undoing): Promise<void> {
  // Held until the end, so that a second run of the same undo waits and then finds it done.
  const locked = await lockImport(ctx, importId);
  if (locked.status !== 'undoing') return;
  const total = (await countChanges(ctx, importId)).reduce((sum, { count }) => sum + count, 0);
  const part = {
    ...{ importId, signal, tell: progressTeller(voice.reader, importId, total), progress: { processed: 0 } },
    report: { removed: 0, restored: 0, kept: [], keptCount: 0 },
  };
  // The file's own records first: those that they brought along are what they link to.
  const ordered = [...importers.values()].toSorted(
    (a, b) => Number(b.entity === locked.entity) - Number(a.entity === locked.entity),
  );
  const main = importers.get(locked.entity as ImportEntity);
  for (const importer of ordered) await undoEntity(ctx, { importer, main: importer === main ? undefined : main }, part);
  const { removed, restored, keptCount } = part.report;
  await setState(ctx, importId, { status: 'undone', undone_at: ctx.clock(), undo: JSON.stringify(part.report) });
  await ctx.emit({
    type: 'import.undone',
    entity: 'import',
    entityId: importId,
    data: { removed, restored, kept: keptCount },
  });
}

type State = { status: string; failure?: string | null; undone_at?: Date; undo?: string };

async function setState(ctx: ActorContext, id: string, state: State): Promise<void> {
  await ctx.db
    .updateTable('core.imports')
    .set(state)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}

type Part = {
  importId: string;
  report: UndoReport;
  signal: AbortSignal | undefined;
  progress: { processed: number };
  tell: (processed: number) => Promise<void>;
};

type Undone = { importer: Importer; main: Importer | undefined };

async function undoEntity(ctx: ActorContext, { importer, main }: Undone, part: Part): Promise<void> {
  const { entity, table, isLive, idColumn = 'id' } = importer;
  const inUse = await usedSince(ctx, { importer, main, importId: part.importId });
  const where = { importId: part.importId, entity, table, idColumn, isLive, inUse, limit: BATCH_RECORDS };
  // New ones first: what they took, an e-mail say, is free again for the known one that had it.
  for (const action of ['created', 'updated'] as const)
    await undoAction(ctx, { importer, ...part }, { ...where, action });
}

type Where = Omit<Parameters<typeof listChanges>[1], 'after'>;

async function undoAction(ctx: ActorContext, part: Part & { importer: Importer }, where: Where): Promise<void> {
  let after = FIRST_ID;
  for (;;) {
    part.signal?.throwIfAborted();
    const changes = await listChanges(ctx, { ...where, after });
    const last = changes.at(-1);
    if (!last) return;
    requirePermission(ctx, part.importer);
    await undoChanges(ctx, part, changes);
    part.progress.processed += changes.length;
    await part.tell(part.progress.processed);
    after = last.record_id;
  }
}

type EntityPart = Pick<Part, 'importId' | 'report'> & { importer: Importer };

async function undoChanges(
  ctx: ActorContext,
  { importer, importId, report }: EntityPart,
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
