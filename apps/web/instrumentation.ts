import { isNodeServer, readWebEnv } from './server/env.ts';

/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (!isNodeServer()) return;
  const { keepPathsReadable } = await import('./server/readable-path.ts');
  keepPathsReadable();
  const { checkCompany, checkDatabase } = await import('./server/startup.ts');
  checkCompany();
  await checkDatabase();
  if (!readWebEnv().hasWorker) return;
  const { startJobs } = await import('./server/worker.ts');
  const { logger } = await import('./server/logger.ts');
  // Requests are served while the worker still waits for the database.
  startJobs().catch((error: unknown) =>
    logger.error('worker.failed', { error: error instanceof Error ? error.name : 'unknown' }),
  );
}
