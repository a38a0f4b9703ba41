import { createPlainDatabase, loginUrl, openPool, readDatabaseEnv } from '@aura/db';
import { createJobContextOpener } from '@aura/identity';
import { startWorker, type Worker } from '@aura/jobs';
import { chores, jobs, subscribers } from '@aura/registry';
import { logger } from './logger.ts';
import { once } from './once.ts';
import { getPlatform } from './platform.ts';

/** Starts the worker of this process; jobs run beside requests until it is stopped. */
export function startJobs(): Promise<Worker> {
  return once('worker', () => {
    const { databaseUrl, secret, isPooled } = readDatabaseEnv();
    const url = loginUrl(databaseUrl, secret, 'aura_worker');
    const worker = createPlainDatabase(openPool({ url, max: 2, isPooled, knowsContext: false }));
    return startWorker({
      databaseUrl: url,
      jobs,
      subscribers,
      chores,
      openContext: createJobContextOpener(getPlatform(), worker),
      logger,
    });
  });
}
