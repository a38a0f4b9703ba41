import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { getBulkEdit, listBulkEdits, listBulkFailures } from './bulk.queries.ts';
import {
  type BulkFailures,
  bulkEditOutput,
  bulkEditPage,
  bulkFailuresInput,
  bulkFailuresOutput,
  bulkListInput,
} from './bulk.schema.ts';
import { undoBulkEdit } from './bulk.service.ts';
import type { BulkEditors } from './bulk-editor.ts';
import { failuresToCsv } from './bulk-failures.ts';

const readProcedures = {
  list: procedure('bulk-edit:read')
    .meta({ rest: { method: 'GET', path: '/bulk-edits', summary: 'List bulk edits' } })
    .input(bulkListInput)
    .output(bulkEditPage)
    .query(({ ctx, input }) => listBulkEdits(ctx, input)),
  get: procedure('bulk-edit:read')
    .meta({ rest: { method: 'GET', path: '/bulk-edits/{id}', summary: 'Read a bulk edit: its state and counts' } })
    .input(idInput)
    .output(bulkEditOutput)
    .query(({ ctx, input }) => getBulkEdit(ctx, input.id)),
  failures: procedure('bulk-edit:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/bulk-edits/{id}/failures',
        summary: 'List the records that stayed as they were and why, as JSON or as CSV',
        formats: { 'text/csv': (output: BulkFailures) => failuresToCsv(output) } as Readonly<
          Record<string, (output: never) => string>
        >,
      },
    })
    .input(bulkFailuresInput)
    .output(bulkFailuresOutput)
    .query(({ ctx, input }) => listBulkFailures(ctx, input)),
};

/** The procedures over the editors that the installed modules bring; each noun's own router starts its bulk edits. */
export function createBulkRouter(editors: BulkEditors) {
  return router({
    ...readProcedures,
    undo: procedure('bulk-edit:undo')
      .meta({
        rest: {
          method: 'POST',
          path: '/bulk-edits/{id}/undo',
          status: 202,
          location: '/bulk-edits/{id}',
          summary: 'Put back what a bulk edit changed, by a bulk edit of its own',
        },
      })
      .input(idInput)
      .output(bulkEditOutput)
      .mutation(({ ctx, input }) => undoBulkEdit(ctx, editors, input.id)),
  });
}
export type BulkRouter = ReturnType<typeof createBulkRouter>;
