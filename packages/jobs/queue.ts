import { PgBoss, type QueueOptions } from 'pg-boss';
import type { Chore, JobDefinition } from './job.ts';

export const SCHEMA = 'jobs';
/** Subscribers share one queue, so that many of them cost no more polling than one. */
export const EVENTS_QUEUE = 'events';

const RETRIES = { retryBackoff: true, retryDelay: 2, retryDelayMax: 300 };
const KEPT = { retentionSeconds: 14 * 86_400, deleteAfterSeconds: 7 * 86_400 };

export const DEFAULTS = { retryLimit: 5, timeoutS: 60 };

/** The runtime's queue: no rights to change its schema, no LISTEN, no named statements, so a transaction pooler will do. */
export function openQueue(databaseUrl: string, leaseCheckS: number): PgBoss {
  return new PgBoss({
    connectionString: databaseUrl,
    schema: SCHEMA,
    application_name: 'aura-worker',
    max: 6,
    connectionTimeoutMillis: 5_000,
    ...{ migrate: false, createSchema: false, schedule: false, reindex: false, monitorVacuum: false },
    // How often jobs of dead processes are looked for.
    ...{ superviseIntervalSeconds: leaseCheckS, monitorIntervalSeconds: leaseCheckS },
  });
}

type Definitions = { jobs: readonly JobDefinition<unknown>[]; chores: readonly Chore[] };

/** Makes the queues, and brings those of an earlier version up to date. */
export async function ensureQueues(boss: PgBoss, { jobs, chores }: Definitions): Promise<void> {
  await ensureQueue(boss, EVENTS_QUEUE, { ...RETRIES, ...KEPT, expireInSeconds: DEFAULTS.timeoutS });
  for (const job of jobs) {
    await ensureQueue(boss, job.name, {
      ...RETRIES,
      ...KEPT,
      retryDelay: job.retryDelayS ?? RETRIES.retryDelay,
      retryLimit: job.retryLimit ?? DEFAULTS.retryLimit,
      expireInSeconds: job.timeoutS ?? DEFAULTS.timeoutS,
      ...(job.heartbeatS ? { heartbeatSeconds: job.heartbeatS } : {}),
    });
  }
  // A chore's next period is its retry.
  for (const chore of chores)
    await ensureQueue(boss, choreQueue(chore), { retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 });
}

export const choreQueue = (chore: Chore): string => `chore.${chore.name}`;

async function ensureQueue(boss: PgBoss, name: string, settings: QueueOptions): Promise<void> {
  await boss.createQueue(name, settings);
  await boss.updateQueue(name, settings);
}

/** Wakes the workers that wait for their next poll of these queues. */
export function wake(boss: PgBoss, queues: ReadonlySet<string>): void {
  for (const worker of boss.getWipData()) if (queues.has(worker.name)) boss.notifyWorker(worker.id);
}
