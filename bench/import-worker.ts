/** The worker that imports run in, in a process of its own: started with a CPU profile, it tells its peak of memory at the end. */
import { createPlainDatabase, loginUrl, openPool } from '@aura/db';
import { createJobContextOpener } from '@aura/identity';
import { startWorker } from '@aura/jobs';
import { jobs } from '@aura/registry';
import { openPlatform } from '@aura/registry/platform';

const [databaseUrl = '', secret = '', rootDomain = ''] = process.argv.slice(2);
const silent = (): void => undefined;
const logger = { info: silent, warn: console.warn, error: console.error };
const platform = openPlatform({
  database: { databaseUrl, secret, isPooled: false, poolSize: 4 },
  rootDomain,
  mailFrom: 'aura@aura.localhost',
  rateLimitPerMinute: 1_000,
  isProduction: false,
  logger,
});
const url = loginUrl(databaseUrl, secret, 'aura_worker');
const pool = openPool({ url, max: 2, isPooled: false, knowsContext: false });
const worker = await startWorker({
  databaseUrl: url,
  jobs: jobs.filter(({ name }) => name.startsWith('exchange.')),
  openContext: createJobContextOpener(platform, createPlainDatabase(pool)),
  logger,
  pollMs: 500,
});
const stop = async (): Promise<void> => {
  await worker.stop({ timeoutMs: 5_000 });
  await Promise.all([pool.end(), platform.close()]);
  process.send?.({ peakRssBytes: process.resourceUsage().maxRSS * 1_024 });
  process.disconnect();
};
process.once('SIGTERM', () => void stop());
