import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { AppError, type Page, type RecordRow, recordOf } from '@aura/kernel';
import type { Export, ExportList } from './export.schema.ts';
import { fileNameOf } from './export-file.ts';
import type { ExportFormat, ExportScope } from './export-scope.ts';

const COLUMNS = [
  'export.id',
  'export.version',
  'export.created_at',
  'export.updated_at',
  'export.created_by',
  'export.updated_by',
  'export.scope',
  'export.format',
  'export.filter',
  'export.status',
  'export.maker_role',
  'export.rows',
  'export.bytes',
  'export.failure',
  'export.started_at',
  'export.finished_at',
  'export.expires_at',
] as const;

export type ExportRow = RecordRow & {
  scope: string;
  format: string;
  filter: unknown;
  status: string;
  maker_role: string | null;
  rows: number;
  bytes: string;
  failure: unknown;
  started_at: Date | null;
  finished_at: Date | null;
  expires_at: Date | null;
};

/** One's own: the policies say the same. */
function exportRows(ctx: ActorContext) {
  return ctx.db
    .selectFrom('core.exports as export')
    .where('export.tenant_id', '=', ctx.actor.tenantId)
    .where('export.created_by', '=', ctx.actor.userId);
}

export async function listExports(ctx: ActorContext, input: ExportList): Promise<Page<Export>> {
  let rows = exportRows(ctx);
  if (input.scope) rows = rows.where('export.scope', '=', input.scope);
  return listPage<ExportRow, Export>(ctx, {
    list: 'exports.list',
    rows,
    select: (page: typeof rows) => page.select(COLUMNS),
    sorts: { createdAt: { column: 'export.created_at', type: 'timestamptz' } },
    defaultSort: '-createdAt',
    id: 'export.id',
    input,
    toItem: (row) => toExport(ctx, row),
  });
}

/** Throws not_found, for anyone but its maker too. */
export async function getExport(ctx: ActorContext, id: string): Promise<Export> {
  const row = await findExport(ctx, id);
  return row ? toExport(ctx, row) : missExport(ctx, id);
}

export function findExport(ctx: ActorContext, id: string): Promise<ExportRow | undefined> {
  return exportRows(ctx).select(COLUMNS).where('export.id', '=', id).executeTakeFirst();
}

export async function missExport(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'export', id);
  throw new AppError('not_found');
}

/** A file of a person who has had another role since holds more, or less, than they may see now. */
export function isDownloadable(ctx: ActorContext, row: ExportRow): boolean {
  const isFresh = row.expires_at !== null && row.expires_at > ctx.clock();
  return row.status === 'done' && isFresh && row.maker_role === ctx.actor.role;
}

function toExport(ctx: ActorContext, row: ExportRow): Export {
  const format = row.format as ExportFormat;
  const scope = row.scope as ExportScope;
  const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
  return {
    ...recordOf(row),
    scope,
    format,
    filter: row.filter as Record<string, unknown>,
    status: statusOf(ctx, row),
    rows: row.rows,
    bytes: Number(row.bytes),
    fileName: fileNameOf({ scope, format, createdAt: row.created_at }),
    downloadUrl: isDownloadable(ctx, row) ? `/api/v1/exports/${row.id}/file` : null,
    failure: row.failure as Export['failure'],
    startedAt: instant(row.started_at),
    finishedAt: instant(row.finished_at),
    expiresAt: instant(row.expires_at),
  };
}

function statusOf(ctx: ActorContext, row: ExportRow): Export['status'] {
  const status = row.status as Export['status'];
  return status === 'done' && !isDownloadable(ctx, row) ? 'expired' : status;
}
