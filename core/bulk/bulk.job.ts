import type {} from '@aura/identity';
import { defineChore, defineJob } from '@aura/jobs';
import { z } from 'zod';
import type { BulkEditors } from './bulk-editor.ts';
import { runBulkEdit, setFailed } from './bulk-run.service.ts';

const RETRIES = 4;

/** Runs a long bulk edit, or its undo, as the member who asked for it. */
export function createBulkJob(editors: BulkEditors) {
  return defineJob({
    name: 'bulk.run',
    on: ['bulk_edit.requested'],
    input: z.object({ entityId: z.guid() }),
    // A job's context lives for an hour.
    timeoutS: 3_500,
    heartbeatS: 30,
    concurrency: 2,
    retryLimit: RETRIES,
    run: async (ctx, { entityId }, { signal, attempt }) => {
      try {
        await runBulkEdit(ctx, { editId: entityId, editors, signal });
      } catch (error) {
        if (attempt > RETRIES) await ctx.transaction((change) => setFailed(change, entityId, INTERRUPTED));
        throw error;
      }
    },
  });
}

export const bulkChore = defineChore({
  name: 'bulk.tidy',
  everyS: 86_400,
  run: async (execute) => void (await execute('select core.tidy_bulk_changes()')),
});

const INTERRUPTED = {
  code: 'interrupted',
  message: 'This could not be finished. What was changed until then stays changed, and can be undone.',
};
