import type { ActorContext } from '@aura/api';
import { type CustomFieldEntity, createCustomField, customFieldDefinitions } from '@aura/custom-fields';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { bringArchiveIn, WORKSPACE } from '../archive/archive-import.service.ts';
import type { ArchivePart } from '../archive/archive-part.ts';
import { type CsvFile, openCsvFile } from '../csv/csv-file.ts';
import { readImportToRun, type StoredImport } from './import.queries.ts';
import { type Engine, importBatch, recordChange, refuse, type Tally } from './import-batch.service.ts';
import { type ImportVoice, isStillToRun } from './import-claim.service.ts';
import { linkLate } from './import-late.service.ts';
import { addNewOptions } from './import-options.service.ts';
import { type ImportPlan, planImport } from './import-plan.ts';
import { progressTeller, setProgress } from './import-progress.service.ts';
import {
  finishImport,
  type Report,
  setFailed,
  setRunning,
  storeOutcome,
  tellCreated,
} from './import-report.service.ts';
import type { ImportEntity, Importers, ImportScope } from './importer.ts';
import { createLinkResolver } from './link-resolver.service.ts';
import { type ReadRow, readRow } from './row-reader.ts';

const BATCH_ROWS = 500;

export type ImportRun = {
  importId: string;
  importers: Importers;
  /** Of a whole workspace; none where only tables come in. */
  archives?: readonly ArchivePart[];
  signal?: AbortSignal | undefined;
};

/** Undoes a dry run's transaction and carries its report out of it. */
class DryRunDone extends Error {
  readonly report: Report;
  constructor(report: Report) {
    super('A dry run is rolled back');
    this.report = report;
  }
}

/**
 * Runs a queued import. All of it is one transaction, report included: a process that dies half-way leaves nothing, and
 * the retry begins anew. An import that cannot be read at all is marked failed; anything unexpected is thrown.
 */
export async function runImport(
  voice: ImportVoice,
  { importId, importers, archives = [], signal }: ImportRun,
): Promise<void> {
  const stored = await readImportToRun(voice.reader, importId);
  if (!stored) return;
  await voice.transaction((ctx) => setRunning(ctx, importId));
  try {
    if (stored.entity === WORKSPACE) await bringArchiveIn(voice, { stored, parts: archives, signal });
    else await bringIn(voice, { stored, importers, signal });
  } catch (error) {
    if (error instanceof DryRunDone) await voice.transaction((ctx) => finishImport(ctx, importId, error.report));
    else if (error instanceof AppError && error.status < 500)
      await voice.transaction((ctx) => setFailed(ctx, importId, { code: error.reason, message: error.message }));
    else throw error;
  }
}

type Work = { stored: StoredImport; importers: Importers; signal: AbortSignal | undefined };

async function bringIn(voice: ImportVoice, { stored, importers, signal }: Work): Promise<void> {
  const importer = importers.get(stored.entity as ImportEntity);
  if (!importer)
    throw new AppError('invalid', { reason: 'unknown_entity', detail: `${stored.entity} cannot be imported` });
  const file = await openCsvFile(stored.bytes);
  const definitions = importer.hasCustomFields
    ? await customFieldDefinitions(voice.reader, importer.record as CustomFieldEntity)
    : [];
  const plan = await planImport({
    importer,
    file,
    mapping: stored.mapping,
    template: stored.template,
    options: stored.options,
    definitions,
  });
  await setProgress(voice.reader, stored.id, { total: plan.total, processed: 0 });
  await voice.transaction(async (ctx) => {
    if (!(await isStillToRun(ctx, stored.id))) return;
    const report = await importRows(ctx, {
      stored,
      importers,
      signal,
      plan,
      file,
      tell: progressTeller(voice.reader, stored.id, plan.total),
    });
    if (stored.isDryRun) throw new DryRunDone(report);
    await finishImport(ctx, stored.id, report);
  });
}

type Notes = Map<string, { message: string; count: number }>;
type Rows = Work & { plan: ImportPlan; file: CsvFile; tell: (processed: number) => Promise<void> };

async function importRows(ctx: ActorContext, rows: Rows): Promise<Report> {
  const { stored, importers, file } = rows;
  const notes: Notes = new Map();
  await createNewFields(ctx, rows.plan);
  const plan = await addNewOptions(ctx, { plan: rows.plan, options: stored.options, notes });
  const engine = openEngine(ctx, { ...rows, plan }, notes);
  await importBatches(engine, { ...rows, plan });
  await linkLate(engine);
  // A dry run is never undone, and has nobody to tell.
  if (!stored.isDryRun) {
    const outcome = { importId: stored.id, importers, tally: engine.tally };
    await storeOutcome(ctx, outcome);
    await tellCreated(ctx, outcome);
  }
  return {
    total: plan.total,
    tally: engine.tally,
    plan,
    detected: { encoding: file.encoding, delimiter: file.delimiter, dateFormats: dateFormatsOf(plan) },
    notes: [...notes].map(([code, note]) => ({ code, ...note })),
  };
}

function openEngine(ctx: ActorContext, { stored, importers, plan }: Rows, notes: Notes): Engine {
  const { importer } = plan;
  const tally: Tally = {
    created: 0,
    updated: 0,
    skipped: 0,
    failed: new Set(),
    problems: [],
    changes: new Map(),
    late: [],
  };
  const scope: ImportScope = {
    ctx,
    importId: stored.id,
    targets: new Set([...plan.columns.map(({ target }) => target), ...Object.keys(plan.template)]),
    options: stored.options,
    isDryRun: stored.isDryRun,
    note: (code, message, count = 1) => void notes.set(code, { message, count: (notes.get(code)?.count ?? 0) + count }),
    created: (entity, record) => recordChange({ tally }, { ...record, entity, before: null }),
  };
  const creates = new Set<string>([...stored.options.createMissing, ...(importer.createsOwn ? [importer.record] : [])]);
  return { importer, scope, options: stored.options, links: createLinkResolver(scope, { importers, creates }), tally };
}

async function importBatches(engine: Engine, { plan, file, signal, tell }: Rows): Promise<void> {
  let processed = 0;
  let batches = 0;
  for await (const batch of batchesOf(engine, plan, file)) {
    signal?.throwIfAborted();
    await importBatch(engine, batch.rows);
    processed += batch.count;
    batches += 1;
    if (isPowerOfTwo(batches)) await refreshStatistics(engine);
    await tell(processed);
  }
}

/** As the tables grow; otherwise an import into empty ones would take time by the square of its rows. */
async function refreshStatistics({ importer, scope }: Engine): Promise<void> {
  for (const table of [importer.table, ...(importer.sideTables ?? []), 'search.tokens']) {
    await sql`select core.refresh_statistics(${table}::regclass)`.execute(scope.ctx.db);
  }
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}

async function* batchesOf(
  engine: Engine,
  plan: ImportPlan,
  file: CsvFile,
): AsyncGenerator<{ rows: ReadRow[]; count: number }> {
  let rows: ReadRow[] = [];
  let count = 0;
  for await (const record of file.records()) {
    const read = readRow(plan, record);
    count += 1;
    if ('row' in read) rows.push(read.row);
    else refuse(engine, read.problems);
    if (count === BATCH_ROWS) {
      yield { rows, count };
      rows = [];
      count = 0;
    }
  }
  if (count > 0) yield { rows, count };
}

/** Columns that became custom fields; in the import's own transaction, so a dry run leaves none behind. */
async function createNewFields(ctx: ActorContext, { importer, columns }: ImportPlan): Promise<void> {
  for (const { into } of columns) {
    if (into.kind !== 'custom' || !into.isNew) continue;
    await createCustomField(ctx, {
      entity: importer.record as CustomFieldEntity,
      key: into.key,
      label: into.label,
      type: into.type,
    });
  }
}

function dateFormatsOf({ columns }: ImportPlan): Record<string, string[]> {
  const dates = columns.filter(
    ({ into }) =>
      (into.kind === 'field' && into.field.type === 'date') || (into.kind === 'custom' && into.type === 'date'),
  );
  return Object.fromEntries(dates.map(({ name, dateFormats }) => [name, [...dateFormats]]));
}
