import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { getExport, listExports } from './export.queries.ts';
import { exportCreateInput, exportListInput, exportOutput, exportPage } from './export.schema.ts';
import { createExport } from './export.service.ts';
import { openExportFile } from './export-download.service.ts';
import type { Exporters } from './exporter.ts';

/** The procedures over the exporters that the installed modules bring. */
export function createExportRouter(exporters: Exporters) {
  return router({
    list: procedure('export:read')
      .meta({ rest: { method: 'GET', path: '/exports', summary: 'List my exports' } })
      .input(exportListInput)
      .output(exportPage)
      .query(({ ctx, input }) => listExports(ctx, input)),
    get: procedure('export:read')
      .meta({
        rest: { method: 'GET', path: '/exports/{id}', summary: 'Read an export: its state and where its file is' },
      })
      .input(idInput)
      .output(exportOutput)
      .query(({ ctx, input }) => getExport(ctx, input.id)),
    create: procedure('export:create')
      .meta({
        rest: {
          method: 'POST',
          path: '/exports',
          status: 202,
          location: '/exports/{id}',
          summary: 'Take records out as a file, against a mailed code',
        },
      })
      .input(exportCreateInput)
      .output(exportOutput)
      .mutation(({ ctx, input }) => createExport(ctx, exporters, input)),
    file: procedure('export:read')
      .meta({
        rest: {
          method: 'GET',
          path: '/exports/{id}/file',
          summary: 'Download the file: its maker only, for 24 hours',
          isFile: true,
        },
      })
      .input(idInput)
      .query(({ ctx, input }) => openExportFile(ctx, exporters, input.id)),
  });
}
export type ExportRouter = ReturnType<typeof createExportRouter>;
