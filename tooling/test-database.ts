import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, databaseNames, dropDatabase, withConnection } from '@aura/db/databases';
import { type Embedded, startEmbedded } from '@aura/db/embedded';
import { listMigrations, migrate } from '@aura/db/migrate';
import { installJobs } from '@aura/jobs';
import { describeMigrations } from './migrations-lock.ts';
import { repository } from './root.ts';

export const TEMPLATE = 'aura_template';
const SECRET = 'the tests of this repository use this secret and nothing else does';
const SETTINGS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const HOUR_MS = 3_600_000;

let server: Embedded | undefined;

/** Vitest's global setup: one server for all test processes of this checkout, with a migrated database to copy. */
export async function setup(): Promise<Embedded> {
  const cache = path.join(repository, 'node_modules/.cache/aura-tests');
  const schema = createHash('sha256').update(describeMigrations(listMigrations())).digest('hex').slice(0, 12);
  removeOldServers(cache, schema);
  const started = await startEmbedded({ dir: path.join(cache, schema), settings: SETTINGS });
  server = started;
  await prepareTemplate(started.adminUrl);
  await dropLeftovers(started.adminUrl);
  // The test processes are started after this and inherit it; @aura/testkit reads it.
  Object.assign(process.env, {
    AURA_TEST_ADMIN_URL: started.adminUrl,
    AURA_TEST_SUPERUSER_URL: started.superuserUrl,
    AURA_TEST_TEMPLATE: TEMPLATE,
    AURA_TEST_SECRET: SECRET,
  });
  return started;
}

export async function teardown(): Promise<void> {
  await server?.stop();
}

/** `is_template` is set last, so that it also says that the migrations have run to the end. */
function prepareTemplate(adminUrl: string): Promise<void> {
  return withConnection(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended('aura:test-template', 0))");
    const ready = await client.query('select from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
    if (ready.rowCount) return;
    await dropDatabase(adminUrl, TEMPLATE);
    const templateUrl = await createDatabase(adminUrl, TEMPLATE);
    await migrate({ adminUrl: templateUrl, secret: SECRET });
    await installJobs({ adminUrl: templateUrl });
    await client.query(`alter database ${TEMPLATE} is_template true allow_connections false`);
  });
}

/** Test databases are named aura_test_<pid>…; those of processes that no longer live are dropped. */
async function dropLeftovers(adminUrl: string): Promise<void> {
  for (const name of await databaseNames(adminUrl)) {
    const pid = /^aura_test_(\d+)/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`) && existsSync('/proc/self')) await dropDatabase(adminUrl, name);
  }
}

/** Servers of earlier schemas, which no test needs any more. */
function removeOldServers(cache: string, schema: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache)) {
    const dir = path.join(cache, name);
    const isRunning = existsSync(path.join(dir, 'cluster/postmaster.pid'));
    const isFresh = Date.now() - statSync(dir).mtimeMs < HOUR_MS;
    if (name !== schema && !isRunning && !isFresh) rmSync(dir, { recursive: true, force: true });
  }
}
