import type {} from '@aura/identity';
import { defineChore, defineJob } from '@aura/jobs';
import { z } from 'zod';
import { failExport, runExport } from './export-run.service.ts';
import type { Exporters } from './exporter.ts';

const RETRIES = 4;

/** Makes the file as the member who asked for it: refused once that member or the workspace is no longer active. */
export function createExportJob(exporters: Exporters) {
  return defineJob({
    name: 'exchange.export',
    on: ['export.requested'],
    input: z.object({ entityId: z.guid() }),
    // A job's context lives for an hour.
    timeoutS: 3_500,
    heartbeatS: 30,
    concurrency: 2,
    retryLimit: RETRIES,
    run: async (ctx, { entityId }, { signal, attempt }) => {
      try {
        await runExport(ctx, { exportId: entityId, exporters, signal });
      } catch (error) {
        if (attempt > RETRIES) await ctx.transaction((change) => failExport(change, entityId, INTERRUPTED));
        throw error;
      }
    },
  });
}

const INTERRUPTED = { code: 'interrupted', message: 'The export could not be finished. Ask for it again.' };

export const exportChore = defineChore({
  name: 'exchange.tidy-exports',
  everyS: 600,
  run: async (execute) => void (await execute('select core.tidy_exports()')),
});
