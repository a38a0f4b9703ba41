import { type ActorContext, type FileAnswer, recordAudit } from '@aura/api';
import { findExport, isDownloadable, missExport } from './export.queries.ts';
import { requireScope } from './export.service.ts';
import { readChunks } from './export-chunk.service.ts';
import { CONTENT_TYPES, fileKindOf, fileNameOf } from './export-file.ts';
import type { ExportFormat, ExportScope } from './export-scope.ts';
import type { Exporters } from './exporter.ts';

/** The file, to its maker, for its day. Throws not_found for everyone else and afterwards. */
export async function openExportFile(ctx: ActorContext, exporters: Exporters, id: string): Promise<FileAnswer> {
  const row = await findExport(ctx, id);
  if (!row || !isDownloadable(ctx, row)) return missExport(ctx, id);
  const scope = row.scope as ExportScope;
  const format = row.format as ExportFormat;
  // An API key may have been narrowed to fewer rights than its maker's.
  requireScope(ctx.actor, exporters, scope);
  await recordAudit(ctx, {
    action: 'export.downloaded',
    entity: 'export',
    entityId: id,
    detail: { scope, format, rows: row.rows },
  });
  return {
    fileName: fileNameOf({ scope, format, createdAt: row.created_at }),
    contentType: CONTENT_TYPES[fileKindOf(scope, format)],
    size: Number(row.bytes),
    body: readChunks(ctx, id),
  };
}
