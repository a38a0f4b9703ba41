import type { Platform } from '@aura/api';
import { createPlainDatabase, loginUrl, openPool } from '@aura/db';
import { createJobContextOpener } from '@aura/identity';
import { startWorker } from '@aura/jobs';
import { jobs } from './index.ts';

// The least that the queue allows: a killed worker is to be noticed while a test waits.
const HEARTBEAT_S = 10;

/** The real worker with the real jobs, only more impatient. */
export async function startImportWorker(platform: Platform, databaseUrl: string): Promise<{ stop(): Promise<void> }> {
  const url = loginUrl(databaseUrl, platform.secret, 'aura_worker');
  const pool = openPool({ url, max: 2, isPooled: false, knowsContext: false });
  const worker = await startWorker({
    databaseUrl: url,
    jobs: jobs
      .filter(({ name }) => name.startsWith('exchange.') || name.startsWith('bulk.'))
      .map((job) => ({ ...job, heartbeatS: HEARTBEAT_S })),
    openContext: createJobContextOpener(platform, createPlainDatabase(pool)),
    logger: platform.logger,
    pollMs: 200,
    leaseCheckS: 1,
  });
  return {
    stop: async () => {
      await worker.stop({ timeoutMs: 5_000 });
      await pool.end();
    },
  };
}
