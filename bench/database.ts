import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPlainDatabase, loginUrl, openPool } from '@aura/db';
import { createDatabase, databaseNames, dropDatabase, urlOf, withConnection } from '@aura/db/databases';
import { startEmbedded } from '@aura/db/embedded';
import { listMigrations, migrate } from '@aura/db/migrate';
import { setPassword } from '@aura/identity';
import { installJobs } from '@aura/jobs';
import { MADE_EMAILS } from './operations.ts';
import type { BenchOptions } from './options.ts';
import { planTenants, recordId, sizeName, type TenantSpec } from './record-ids.ts';
import { STATEMENT_SETTINGS } from './statement-times.ts';

export type BenchDatabase = {
  secret: string;
  /** On the bench's own database. */
  adminUrl: string;
  superuserUrl: string;
  /** Of the application's own login. */
  appUrl: string;
  /** PostgreSQL's log, as JSON lines. */
  logDir: string;
  tenants: TenantSpec[];
  password: string;
  version: string;
  stop(): Promise<void>;
};

// Durability as installed: fsync and synchronous commit stay on.
const SETTINGS = {
  shared_buffers: '1GB',
  effective_cache_size: '4GB',
  max_wal_size: '4GB',
  logging_collector: 'on',
  log_destination: 'jsonlog',
  log_rotation_age: '0',
  log_rotation_size: '0',
};

/** Starts the bench's own PostgreSQL, and fills a database unless this very one was made by an earlier run. */
export async function startBenchDatabase(options: BenchOptions): Promise<BenchDatabase> {
  const { dataDir, sizes, tenants, importRows } = options;
  mkdirSync(dataDir, { recursive: true });
  // PostgreSQL's own user passes through here; its folder below is closed.
  chmodSync(dataDir, 0o755);
  const secret = keep(path.join(dataDir, 'secret'), () => randomBytes(32).toString('base64url'));
  const password = keep(path.join(dataDir, 'password'), () => randomBytes(12).toString('base64url'));
  const server = await startEmbedded({
    dir: path.join(dataDir, 'postgres'),
    settings: importRows ? { ...SETTINGS, ...STATEMENT_SETTINGS } : SETTINGS,
  });
  try {
    const name = `bench_${importRows ? 'import_' : ''}${[...sizes.map(sizeName), tenants].join('_').replaceAll('-', 'x')}`;
    const specs = planTenants(options);
    const { adminUrl, superuserUrl } = server;
    const urls = { adminUrl: urlOf(adminUrl, name), superuserUrl: urlOf(superuserUrl, name) };
    const origin = hashOrigin(specs);
    // What an import leaves behind would be there for the next one.
    if (!importRows && (await isMade(superuserUrl, { name, origin }))) await forgetEarlierRuns(urls.superuserUrl);
    else await makeDatabase({ serverUrls: server, name, secret, specs, password, origin });
    const version = await withConnection(superuserUrl, async (client) =>
      String((await client.query('show server_version')).rows[0].server_version),
    );
    const logDir = path.join(server.dir, 'cluster/log');
    const appUrl = loginUrl(urls.adminUrl, secret, 'aura_app');
    return { secret, ...urls, appUrl, logDir, tenants: specs, password, version, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function keep(file: string, make: () => string): string {
  if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

const SQL_DIR = path.join(import.meta.dirname, 'sql');
const readSql = (name: string): string => readFileSync(path.join(SQL_DIR, name), 'utf8');

function hashOrigin(specs: TenantSpec[]): string {
  const hash = createHash('sha256').update(JSON.stringify(specs));
  for (const { name, sha256 } of listMigrations()) hash.update(name + sha256);
  for (const name of ['names.sql', 'tenant.sql', 'moves.sql', 'indexes.sql']) hash.update(readSql(name));
  return hash.digest('hex');
}

/** The last statement of making a database is a comment on it: a half made one has none. */
async function isMade(superuserUrl: string, { name, origin }: { name: string; origin: string }): Promise<boolean> {
  return withConnection(superuserUrl, async (client) => {
    const { rows } = await client.query(
      `select shobj_description(oid, 'pg_database') as origin from pg_database where datname = $1`,
      [name],
    );
    return rows[0]?.origin === origin;
  });
}

/** Contacts that earlier runs made are the newest: every search in that order would have to pass them. */
async function forgetEarlierRuns(superuserUrl: string): Promise<void> {
  await withConnection(superuserUrl, async (client) => {
    await client.query(`set session_replication_role = replica; set statement_timeout = 0`);
    await client.query(
      `create temp table made as select tenant_id, id from crm.contacts where email like '${MADE_EMAILS}'`,
    );
    await client.query(
      `delete from search.tokens t using made m where t.tenant_id = m.tenant_id and t.record_id = m.id`,
    );
    await client.query(`delete from crm.contacts c using made m where c.tenant_id = m.tenant_id and c.id = m.id`);
    await client.query('vacuum (analyze) crm.contacts, search.tokens');
  });
}

type Making = {
  serverUrls: { adminUrl: string; superuserUrl: string };
  name: string;
  secret: string;
  specs: TenantSpec[];
  password: string;
  origin: string;
};

async function makeDatabase({ serverUrls, name, secret, specs, password, origin }: Making): Promise<void> {
  console.log(
    `Making ${name}: ${specs.reduce((sum, { size }) => sum + size.contacts, 0)} contacts, ${specs.reduce((sum, { size }) => sum + size.deals, 0)} deals ...`,
  );
  if ((await databaseNames(serverUrls.superuserUrl)).includes(name)) await dropDatabase(serverUrls.superuserUrl, name);
  const adminUrl = await createDatabase(serverUrls.adminUrl, name);
  await migrate({ adminUrl, secret });
  await installJobs({ adminUrl });
  await withConnection(urlOf(serverUrls.superuserUrl, name), async (client) => {
    for (const file of ['names.sql', 'tenant.sql', 'moves.sql', 'indexes.sql']) await client.query(readSql(file));
    await client.query(
      `set session_replication_role = replica; set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set statement_timeout = 0; select setseed(0.42)`,
    );
    await client.query('call bench.park_indexes()');
    for (const spec of specs) await fillTenant(spec, (text) => client.query(text));
    const { rows } = await client.query('select restore from bench.parked order by position');
    for (const { restore } of rows) await client.query(restore);
    await client.query('vacuum (analyze)');
    await client.query(`checkpoint`);
  });
  await givePasswords(adminUrl, { secret, specs, password });
  await withConnection(serverUrls.superuserUrl, (client) =>
    client.query(`comment on database "${name}" is '${origin}'`),
  );
}

async function fillTenant(spec: TenantSpec, run: (text: string) => Promise<unknown>): Promise<void> {
  const { tenant, slug, size, reps, organizations, times } = spec;
  if (size.contacts > 1_000) console.log(`  ${slug}: ${reps} reps, ${organizations} organizations`);
  const dated = ({ firstMillis, stepMillis }: typeof times.deal, amount: number): string =>
    `${amount}, ${reps}, ${organizations}, ${firstMillis}, ${stepMillis}`;
  await run(`call bench.fill_people(${tenant}, '${slug}', ${reps})`);
  await run(`call bench.fill_organizations(${tenant}, ${organizations}, ${reps})`);
  await run(`analyze crm.organizations, crm.stages`);
  await run(`call bench.fill_contacts(${tenant}, ${dated(times.contact, size.contacts)})`);
  await run(`call bench.fill_deals(${tenant}, ${dated(times.deal, size.deals)})`);
  await run(`call bench.fill_moves(${tenant})`);
  await run(`call bench.fill_activities(${tenant})`);
}

/** The manager and the first rep of each large tenant sign in over HTTP. */
async function givePasswords(
  adminUrl: string,
  { secret, specs, password }: Pick<Making, 'secret' | 'specs' | 'password'>,
): Promise<void> {
  const url = loginUrl(adminUrl, secret, 'aura_identity');
  const pool = openPool({ url, max: 1, isPooled: false, knowsContext: false });
  const identity = createPlainDatabase(pool);
  for (const spec of specs.filter(({ slug }) => slug.startsWith('size-'))) {
    for (const person of [0, 1]) await setPassword(identity, { userId: recordId(spec, 'user', person), password });
  }
  await pool.end();
}
