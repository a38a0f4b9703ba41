import { randomUUID } from 'node:crypto';
import { type ActorContext, recordAudit } from '@aura/api';
import { customFieldDefinitions } from '@aura/custom-fields';
import { AppError } from '@aura/kernel';
import { headOf } from '../archive/archive-file.ts';
import { findExport } from './export.queries.ts';
import { requireScope } from './export.service.ts';
import { type ChunkTarget, createChunkWriter, deleteChunks } from './export-chunk.service.ts';
import { createEncoder, type Encoder } from './export-encoder.ts';
import { fileKindOf } from './export-file.ts';
import type { ExportFormat, ExportScope } from './export-scope.ts';
import { column, type ExportColumn, type Exporter, type Exporters, type ExportValue } from './exporter.ts';

/** More than a page of the API, so that a million records are some two thousand questions. */
const BATCH_ROWS = 500;
const PROGRESS_MS = 700;
const FILE_HOURS = 24;

/** What a job's context offers: the maker's rights of now. */
export type ExportVoice = { reader: ActorContext; transaction<T>(work: (ctx: ActorContext) => Promise<T>): Promise<T> };
export type ExportRun = { exportId: string; exporters: Exporters; signal?: AbortSignal | undefined };

/**
 * Makes the file of a queued export, batch by batch, each read and stored under the maker's own role. A run that dies
 * leaves pieces that the next run deletes. What can never succeed marks the export failed; anything else is thrown.
 */
export async function runExport(voice: ExportVoice, { exportId, exporters, signal }: ExportRun): Promise<void> {
  const runId = randomUUID();
  const stored = await voice.transaction((ctx) => claimExport(ctx, { exportId, runId }));
  if (!stored) return;
  const work: Work = { ...stored, target: { exportId, runId }, exporters, signal };
  try {
    const written = await writeFile(voice.reader, work);
    await voice.transaction((ctx) => finishExport(ctx, work, written));
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    if (error.reason === 'superseded') return;
    await voice.transaction((ctx) => failExport(ctx, exportId, { code: error.reason, message: error.message }));
  }
}

type Stored = { scope: ExportScope; format: ExportFormat; filter: unknown };
type Work = Stored & { target: ChunkTarget; exporters: Exporters; signal: AbortSignal | undefined };
type Written = { rows: number; bytes: number };

/** Null when there is nothing left to do, or it is somebody else's. */
async function claimExport(ctx: ActorContext, { exportId, runId }: ChunkTarget): Promise<Stored | null> {
  const claimed = await exportRow(ctx, exportId)
    .set({
      ...{ status: 'running', run_id: runId, maker_role: ctx.actor.role },
      ...{ rows: 0, bytes: 0, failure: null, started_at: ctx.clock() },
    })
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (claimed.numUpdatedRows === 0n) return null;
  await deleteChunks(ctx, exportId);
  const row = await findExport(ctx, exportId);
  return row ? { scope: row.scope as ExportScope, format: row.format as ExportFormat, filter: row.filter } : null;
}

function exportRow(ctx: ActorContext, id: string) {
  return ctx.db
    .updateTable('core.exports')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .where('created_by', '=', ctx.actor.userId);
}

async function writeFile(ctx: ActorContext, work: Work): Promise<Written> {
  const { scope, format, target, exporters } = work;
  // The maker's role may have changed since the request.
  const parts = requireScope(ctx.actor, exporters, scope);
  const out = createChunkWriter(ctx, target);
  const encoder = createEncoder(fileKindOf(scope, format), { isWhole: scope === 'workspace', out });
  const tell = progressTeller(ctx, target);
  if (scope === 'workspace') await encoder.head('archive', headOf(ctx.tenant.name, ctx.clock()));
  let rows = 0;
  for (const part of parts) {
    await encoder.begin({ name: part.name, columns: await columnsOf(ctx, part) });
    for await (const items of batchesOf(ctx, part, work)) {
      await encoder.add(items);
      rows += items.length;
      await tell(rows);
    }
    await encoder.end();
  }
  await encoder.close();
  return { rows, bytes: await out.close() };
}

async function* batchesOf(
  ctx: ActorContext,
  exporter: Exporter,
  { filter: stored, signal }: Work,
): AsyncGenerator<Parameters<Encoder['add']>[0]> {
  const filter = exporter.filter?.parse(stored) ?? stored;
  let cursor: string | undefined;
  do {
    signal?.throwIfAborted();
    const page = await exporter.read(ctx, { filter, limit: BATCH_ROWS, ...(cursor ? { cursor } : {}) });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

async function columnsOf(ctx: ActorContext, { columns, customFields }: Exporter): Promise<Exporter['columns']> {
  if (!customFields) return columns;
  const definitions = await customFieldDefinitions(ctx, customFields);
  return [...columns, ...definitions.map(({ key }) => customColumn(key))];
}

function customColumn(key: string): ExportColumn<Record<string, unknown>> {
  return column(
    `customFields.${key}`,
    (item) => (item['customFields'] as Record<string, ExportValue> | undefined)?.[key],
  );
}

function progressTeller(ctx: ActorContext, { exportId, runId }: ChunkTarget): (rows: number) => Promise<void> {
  let told = Date.now();
  return async (rows) => {
    if (Date.now() - told < PROGRESS_MS) return;
    told = Date.now();
    await exportRow(ctx, exportId).set({ rows }).where('run_id', '=', runId).execute();
  };
}

async function finishExport(
  ctx: ActorContext,
  { target: { exportId, runId }, scope, format, filter }: Work,
  { rows, bytes }: Written,
): Promise<void> {
  const now = ctx.clock();
  const expiresAt = new Date(now.getTime() + FILE_HOURS * 3_600_000);
  const done = await exportRow(ctx, exportId)
    .set({ status: 'done', rows, bytes, finished_at: now, expires_at: expiresAt })
    .where('status', '=', 'running')
    .where('run_id', '=', runId)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return;
  const detail = { scope, format, filter, rows };
  await recordAudit(ctx, { action: 'export.done', entity: 'export', entityId: exportId, detail });
  await ctx.emit({ type: 'export.done', entity: 'export', entityId: exportId, data: { scope, format, rows } });
}

export async function failExport(
  ctx: ActorContext,
  id: string,
  failure: { code: string; message: string },
): Promise<void> {
  const failed = await exportRow(ctx, id)
    .set({ status: 'failed', run_id: null, failure: JSON.stringify(failure), finished_at: ctx.clock() })
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (failed.numUpdatedRows === 0n) return;
  await deleteChunks(ctx, id);
  await recordAudit(ctx, {
    action: 'export.failed',
    entity: 'export',
    entityId: id,
    detail: { code: failure.code },
  });
  await ctx.emit({ type: 'export.failed', entity: 'export', entityId: id, data: { code: failure.code } });
}
