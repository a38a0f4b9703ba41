import { procedure, router } from '@aura/api';
import { idInput } from '@aura/kernel';
import { getImport, listImportErrors, listImports } from './import.queries.ts';
import {
  type ImportErrors,
  importCreateInput,
  importErrorsInput,
  importErrorsOutput,
  importListInput,
  importOutput,
  importPage,
  importPreviewInput,
  importPreviewOutput,
} from './import.schema.ts';
import { createImport, previewImport, type Sources } from './import.service.ts';
import { errorsToCsv } from './import-errors.ts';
import { undoImport } from './import-undo.service.ts';

const readProcedures = {
  list: procedure('import:read')
    .meta({ rest: { method: 'GET', path: '/imports', summary: 'List imports' } })
    .input(importListInput)
    .output(importPage)
    .query(({ ctx, input }) => listImports(ctx, input)),
  get: procedure('import:read')
    .meta({
      rest: { method: 'GET', path: '/imports/{id}', summary: 'Read an import: its state, counts and mapping' },
    })
    .input(idInput)
    .output(importOutput)
    .query(({ ctx, input }) => getImport(ctx, input.id)),
  errors: procedure('import:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/imports/{id}/errors',
        summary: 'List the refused rows, as JSON or as CSV',
        formats: { 'text/csv': (output: ImportErrors) => errorsToCsv(output) } as Readonly<
          Record<string, (output: never) => string>
        >,
      },
    })
    .input(importErrorsInput)
    .output(importErrorsOutput)
    .query(({ ctx, input }) => listImportErrors(ctx, input)),
};

function writeProcedures({ importers, archives }: Sources) {
  return {
    create: procedure('import:create')
      .meta({
        rest: {
          method: 'POST',
          path: '/imports',
          status: 202,
          location: '/imports/{id}',
          summary: 'Bring in a CSV file or the archive of a workspace, or try it (dryRun)',
          body: 'multipart',
        },
      })
      .input(importCreateInput)
      .output(importOutput)
      .mutation(({ ctx, input }) => createImport(ctx, { importers, archives }, input)),
    undo: procedure('import:undo')
      .meta({
        rest: {
          method: 'POST',
          path: '/imports/{id}/undo',
          status: 202,
          location: '/imports/{id}',
          summary: 'Remove what an import created and put back what it changed',
        },
      })
      .input(idInput)
      .output(importOutput)
      .mutation(({ ctx, input }) => undoImport(ctx, importers, input.id)),
    preview: procedure('import:create')
      .meta({
        rest: {
          method: 'POST',
          path: '/imports/preview',
          summary: 'Say what a CSV file looks like and how it would be mapped',
          body: 'multipart',
        },
      })
      .input(importPreviewInput)
      .output(importPreviewOutput)
      .mutation(({ ctx, input }) => previewImport(ctx, importers, input)),
  };
}

/** The procedures over the importers that the installed modules bring. */
export function createImportRouter(sources: Sources) {
  return router({ ...readProcedures, ...writeProcedures(sources) });
}
export type ImportRouter = ReturnType<typeof createImportRouter>;
