import type {} from '@aura/identity';
import { defineChore, defineJob } from '@aura/jobs';
import { z } from 'zod';
import type { Sources } from './import.service.ts';
import { setFailed } from './import-report.service.ts';
import { runImport } from './import-run.service.ts';
import { runUndo, setUndoFailed } from './import-undo.service.ts';

const RETRIES = 4;

/** Brings in what was uploaded, and takes it away again, as the member who asked for it. */
export function createImportJobs({ importers, archives }: Sources) {
  return [
    defineJob({
      name: 'exchange.import',
      on: ['import.requested'],
      ...SETTINGS,
      run: async (ctx, { entityId }, { signal, attempt }) => {
        try {
          await runImport(ctx, { importId: entityId, importers, archives, signal });
        } catch (error) {
          if (attempt > RETRIES) await ctx.transaction((change) => setFailed(change, entityId, INTERRUPTED));
          throw error;
        }
      },
    }),
    defineJob({
      name: 'exchange.undo',
      on: ['import.undo_requested'],
      ...SETTINGS,
      run: async (ctx, { entityId }, { signal, attempt }) => {
        try {
          await runUndo(ctx, { importId: entityId, importers, signal });
        } catch (error) {
          if (attempt > RETRIES) await ctx.transaction((change) => setUndoFailed(change, entityId, NOT_UNDONE));
          throw error;
        }
      },
    }),
  ];
}

const SETTINGS = {
  input: z.object({ entityId: z.guid() }),
  // A job's context lives for an hour.
  timeoutS: 3_500,
  heartbeatS: 30,
  concurrency: 2,
  retryLimit: RETRIES,
};

const INTERRUPTED = {
  code: 'interrupted',
  message: 'The import could not be finished. Nothing was imported; try it again.',
};

const NOT_UNDONE = {
  code: 'undo_interrupted',
  message: 'The undo could not be finished. Nothing was undone; try it again.',
};

export const importChore = defineChore({
  name: 'exchange.tidy',
  everyS: 3_600,
  run: async (execute) => void (await execute('select core.tidy_imports()')),
});
