import type {} from '@aura/identity';
import { defineChore, defineJob } from '@aura/jobs';
import { z } from 'zod';
import { setFailed } from './import-report.service.ts';
import { runImport } from './import-run.service.ts';
import type { Importers } from './importer.ts';

const RETRIES = 4;

/** Brings in what was uploaded, as the member who uploaded it. */
export function createImportJob(importers: Importers) {
  return defineJob({
    name: 'exchange.import',
    on: ['import.requested'],
    input: z.object({ entityId: z.guid() }),
    // A job's context lives for an hour.
    timeoutS: 3_500,
    heartbeatS: 30,
    concurrency: 2,
    retryLimit: RETRIES,
    run: async (ctx, { entityId }, { signal, attempt }) => {
      try {
        await runImport(ctx, { importId: entityId, importers, signal });
      } catch (error) {
        if (attempt > RETRIES) await ctx.transaction((change) => setFailed(change, entityId, INTERRUPTED));
        throw error;
      }
    },
  });
}

const INTERRUPTED = {
  code: 'interrupted',
  message: 'The import could not be finished. Nothing was imported; try it again.',
};

export const importChore = defineChore({
  name: 'exchange.tidy',
  everyS: 3_600,
  run: async (execute) => void (await execute('select core.tidy_imports()')),
});
