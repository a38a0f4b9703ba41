import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { AppError, can, type Page, type RecordRow, recordOf } from '@aura/kernel';
import {
  type Import,
  type ImportErrors,
  type ImportList,
  type ImportOptions,
  importOptions,
  type UndoReport,
} from './import.schema.ts';
import type { ImportEntity } from './import-entity.ts';
import type { Mapping } from './mapping.ts';

const COLUMNS = [
  'import.id',
  'import.version',
  'import.created_at',
  'import.updated_at',
  'import.created_by',
  'import.updated_by',
  'import.entity',
  'import.file_name',
  'import.status',
  'import.is_dry_run',
  'import.total',
  'import.processed',
  'import.created',
  'import.updated',
  'import.skipped',
  'import.failed',
  'import.mapping',
  'import.options',
  'import.detected',
  'import.notes',
  'import.failure',
  'import.undo',
  'import.started_at',
  'import.finished_at',
  'import.undone_at',
] as const;

type ImportRow = RecordRow & {
  entity: string;
  file_name: string;
  status: string;
  is_dry_run: boolean;
  total: number | null;
  processed: number;
  created: number;
  updated: number;
  skipped: number;
  failed: number;
  mapping: unknown;
  options: unknown;
  detected: unknown;
  notes: unknown;
  failure: unknown;
  undo: unknown;
  started_at: Date | null;
  finished_at: Date | null;
  undone_at: Date | null;
  seen_total: number | null;
  seen_processed: number | null;
};

function importRows(ctx: ActorContext) {
  return ctx.db.selectFrom('core.imports as import').where('import.tenant_id', '=', ctx.actor.tenantId);
}

function withProgress(rows: ReturnType<typeof importRows>) {
  return rows
    .leftJoin('core.import_progress as progress', (join) =>
      join.onRef('progress.tenant_id', '=', 'import.tenant_id').onRef('progress.import_id', '=', 'import.id'),
    )
    .select(COLUMNS)
    .select(['progress.total as seen_total', 'progress.processed as seen_processed']);
}

export async function listImports(ctx: ActorContext, input: ImportList): Promise<Page<Import>> {
  let rows = importRows(ctx);
  if (input.entity) rows = rows.where('import.entity', '=', input.entity);
  if (input.status) rows = rows.where('import.status', 'in', storedAs[input.status] ?? [input.status]);
  return listPage<ImportRow, Import>(ctx, {
    list: 'imports.list',
    rows,
    select: withProgress,
    sorts: { createdAt: { column: 'import.created_at', type: 'timestamptz' } },
    defaultSort: '-createdAt',
    id: 'import.id',
    input,
    toItem: (row) => toImport(ctx, row),
  });
}

export async function getImport(ctx: ActorContext, id: string): Promise<Import> {
  const row = await withProgress(importRows(ctx)).where('import.id', '=', id).executeTakeFirst();
  if (row) return toImport(ctx, row);
  await noteMiss(ctx, 'import', id);
  throw new AppError('not_found');
}

/** The refused rows in the file's order; `after` is the position of the last one seen. */
export async function listImportErrors(
  ctx: ActorContext,
  { id, limit, after }: { id: string; limit: number; after: number },
): Promise<ImportErrors> {
  await getImport(ctx, id);
  const rows = await ctx.db
    .selectFrom('core.import_errors')
    .select(['position', 'line', 'column_name', 'code', 'message', 'value'])
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('import_id', '=', id)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  return {
    items: items.map((row) => ({
      row: row.line,
      column: row.column_name,
      code: row.code,
      message: row.message,
      value: row.value,
    })),
    nextAfter: rows.length > limit ? (items.at(-1)?.position ?? null) : null,
  };
}

export type StoredImport = {
  id: string;
  entity: ImportEntity | 'workspace';
  isDryRun: boolean;
  mapping: Mapping;
  template: Record<string, string>;
  options: ImportOptions;
  bytes: Buffer;
};

/** What a job needs, or null when there is nothing left to do. */
export async function readImportToRun(ctx: ActorContext, id: string): Promise<StoredImport | null> {
  const row = await importRows(ctx)
    .innerJoin('core.import_files as file', (join) =>
      join.onRef('file.tenant_id', '=', 'import.tenant_id').onRef('file.import_id', '=', 'import.id'),
    )
    .select(['import.entity', 'import.is_dry_run', 'import.mapping', 'import.options', 'file.bytes'])
    .where('import.id', '=', id)
    .where('import.status', 'in', ['queued', 'running'])
    .executeTakeFirst();
  if (!row) return null;
  const options = importOptions.parse(row.options);
  return {
    id,
    entity: row.entity as StoredImport['entity'],
    isDryRun: row.is_dry_run,
    mapping: row.mapping as Mapping,
    template: options.template ?? {},
    options,
    bytes: row.bytes,
  };
}

export type LockedImport = { id: string; entity: string; status: string; is_dry_run: boolean };

/** Held until the transaction ends: two people do not undo the same import. Throws not_found. */
export async function lockImport(ctx: ActorContext, id: string): Promise<LockedImport> {
  const row = await importRows(ctx)
    .select(['import.id', 'import.entity', 'import.status', 'import.is_dry_run'])
    .where('import.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row) return row;
  await noteMiss(ctx, 'import', id);
  throw new AppError('not_found');
}

export type UndoableChange = {
  record_id: string;
  line: number;
  action: string;
  state: 'untouched' | 'edited' | 'removed' | 'in_use';
};

/** Up to `limit` changes of one entity after a record id, with whether anyone has been there since. */
export async function listChanges(
  ctx: ActorContext,
  where: {
    importId: string;
    entity: string;
    table: string;
    idColumn: string;
    isLive: string;
    inUse: RawBuilder<boolean>;
    action: 'created' | 'updated';
    after: string;
    limit: number;
  },
): Promise<UndoableChange[]> {
  const { rows } = await sql<UndoableChange>`
    select c.record_id, c.line, c.action,
           case when t.version is null or not (${sql.raw(where.isLive)}) then 'removed' when t.version <> c.version_after then 'edited'
                when c.action = 'created' and ${where.inUse} then 'in_use' else 'untouched' end as state
      from core.import_changes c
      left join ${sql.raw(where.table)} t on t.tenant_id = c.tenant_id and t.${sql.ref(where.idColumn)} = c.record_id
     where c.tenant_id = ${ctx.actor.tenantId} and c.import_id = ${where.importId} and c.entity = ${where.entity} and c.action = ${where.action} and c.record_id > ${where.after}::uuid
     order by c.record_id limit ${where.limit}`.execute(ctx.db);
  return rows;
}

/** How many records of each entity an import created or changed. */
export async function countChanges(
  ctx: ActorContext,
  importId: string,
): Promise<{ entity: ImportEntity; count: number }[]> {
  const { rows } = await sql<{ entity: ImportEntity; count: number }>`
    select c.entity, count(*)::int as count from core.import_changes c
     where c.tenant_id = ${ctx.actor.tenantId} and c.import_id = ${importId} group by c.entity`.execute(ctx.db);
  return rows;
}

function progressOf(row: ImportRow): { total: number | null; processed: number } {
  return { total: row.seen_total, processed: row.seen_processed ?? 0 };
}

// An import that is being undone is running again, for whoever asks.
const storedAs: Readonly<Record<string, readonly string[]>> = { running: ['running', 'undoing'] };
const UNDER_WAY = ['queued', 'running', 'undoing'];

const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;

function toImport(ctx: ActorContext, row: ImportRow): Import {
  const isOver = !UNDER_WAY.includes(row.status);
  const isUndoing = row.status === 'undoing';
  const { mapping: _mapping, template = {}, ...options } = row.options as ImportOptions;
  return {
    ...recordOf(row),
    entity: row.entity as Import['entity'],
    fileName: row.file_name,
    status: isUndoing ? 'running' : (row.status as Import['status']),
    undoing: isUndoing,
    dryRun: row.is_dry_run,
    ...(isOver ? { total: row.total, processed: row.processed } : progressOf(row)),
    ...{ created: row.created, updated: row.updated, skipped: row.skipped, failed: row.failed },
    mapping: row.mapping as Mapping,
    template,
    options,
    detected: row.detected as Import['detected'],
    notes: row.notes as Import['notes'],
    failure: row.failure as Import['failure'],
    undo: row.undo as UndoReport | null,
    startedAt: instantOf(row.started_at),
    finishedAt: instantOf(row.finished_at),
    undoneAt: instantOf(row.undone_at),
    abilities: {
      undo: can(ctx.actor, 'import:undo') && row.status === 'done' && !row.is_dry_run && row.entity !== 'workspace',
    },
  };
}
