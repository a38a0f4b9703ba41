import { startImportWorker } from './import-worker.fixture.ts';
import { openPlatform } from './platform.ts';

/** A worker in a process of its own, to be killed. */
const [databaseUrl = '', secret = ''] = process.argv.slice(2);
const silent = (): void => undefined;
const platform = openPlatform({
  database: { databaseUrl, secret, isPooled: false, poolSize: 4 },
  rootDomain: 'aura.localhost:3000',
  mailFrom: 'aura@aura.localhost',
  rateLimitPerMinute: 1_000,
  isProduction: false,
  logger: { info: silent, warn: silent, error: silent },
});
await startImportWorker(platform, databaseUrl);
