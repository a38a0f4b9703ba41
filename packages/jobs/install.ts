import { setTimeout as sleep } from 'node:timers/promises';
import { PgBoss } from 'pg-boss';
import { SCHEMA } from './queue.ts';

const BACKGROUND_MS_MAX = 10 * 60_000;

export type InstallOptions = {
  /** The role that migrates; it becomes the owner of schema `jobs`. Directly, not through a transaction pooler. */
  adminUrl: string;
  /** The login that runs jobs: it may use the tables and functions, and change none. */
  workerRole?: string;
};

/** Creates or upgrades the queue's schema. Part of migration: workers start only on the version they expect. */
export async function installJobs({ adminUrl, workerRole = 'aura_worker' }: InstallOptions): Promise<void> {
  if (!/^[a-z_][a-z0-9_]*$/.test(workerRole)) throw new TypeError('workerRole must be a plain role name.');
  const boss = new PgBoss({ connectionString: adminUrl, schema: SCHEMA, max: 2, supervise: false, schedule: false });
  let failure: Error | undefined;
  boss.on('error', (error) => {
    failure ??= error;
  });
  try {
    await boss.start();
    await finishIndexes(boss, () => failure);
    await boss.getDb().executeSql(grants(workerRole));
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** An upgrade builds large indexes beside its migration; only the admin role can, so it is waited for here. */
async function finishIndexes(boss: PgBoss, failure: () => Error | undefined): Promise<void> {
  const deadline = performance.now() + BACKGROUND_MS_MAX;
  for (;;) {
    const open = (await boss.getBamStatus()).filter(({ status, count }) => status !== 'completed' && count > 0);
    if (open.length === 0) return;
    const failed = failure();
    if (failed) throw failed;
    if (performance.now() > deadline) throw new Error('The queue upgrade did not finish building its indexes in time.');
    await sleep(500);
  }
}

const grants = (role: string): string => `
  grant usage on schema ${SCHEMA} to ${role};
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role};
  grant usage, select on all sequences in schema ${SCHEMA} to ${role};
  grant execute on all functions in schema ${SCHEMA} to ${role};`;
