import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { LOGIN_ROLES, loginPassword, scramVerifier } from './logins.ts';

export type Migration = { name: string; file: string; sha256: string; runAs: string; text: string };

const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Every migration of the platform and of the installed modules, in the order in which they run. */
export function listMigrations(root: string = REPOSITORY): Migration[] {
  const files = globSync(['packages/*/sql/*.sql', 'core/*/sql/*.sql', 'modules/*/sql/*.sql'], { cwd: root });
  return files.map((file) => readMigration(root, file)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function readMigration(root: string, file: string): Migration {
  const text = readFileSync(path.join(root, file), 'utf8');
  const runAs = /^-- as: (\w+)/.exec(text)?.[1] ?? 'aura_owner';
  return { name: path.basename(file), file, text, runAs, sha256: createHash('sha256').update(text).digest('hex') };
}

export type MigrateOptions = {
  /** A login with CREATEROLE that owns the database; no superuser needed. */
  adminUrl: string;
  /** The installation's secret: the passwords of the application's logins derive from it. */
  secret: string;
  migrations?: Migration[];
};

/**
 * Brings the database to the newest schema. Each migration is one transaction. Throws when an applied one was changed.
 */
export async function migrate({
  adminUrl,
  secret,
  migrations = listMigrations(),
}: MigrateOptions): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Two servers that start together must not migrate together.
    await client.query(`select pg_advisory_lock(hashtextextended('aura:migrate', 0))`);
    const applied = await applyAll(client, migrations);
    await secureDatabase(client);
    await setLoginPasswords(client, secret);
    return { applied };
  } finally {
    await client.end();
  }
}

async function applyAll(client: pg.Client, migrations: Migration[]): Promise<string[]> {
  await client.query(`create schema if not exists migrations;
    create table if not exists migrations.applied (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations.applied');
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  const applied: string[] = [];
  for (const migration of migrations) {
    const known = done.get(migration.name);
    if (known && known !== migration.sha256)
      throw new Error(`${migration.file} was changed after it was applied; write a new migration instead.`);
    if (known) continue;
    await apply(client, migration);
    applied.push(migration.name);
  }
  return applied;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    if (migration.runAs !== 'admin') await client.query(`set local role ${pg.escapeIdentifier(migration.runAs)}`);
    await client.query(migration.text);
    await client.query('reset role');
    await client.query('insert into migrations.applied (name, sha256) values ($1, $2)', [
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.file} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Rights on the database itself: nobody but the logins connects, and nobody makes temporary tables. Not copied from a template. */
export async function secureDatabase(client: Pick<pg.Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = pg.escapeIdentifier(String(rows[0]?.name));
  await client.query(
    `revoke all on database ${database} from public; grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`,
  );
}

async function setLoginPasswords(client: pg.Client, secret: string): Promise<void> {
  for (const role of LOGIN_ROLES) {
    const verifier = scramVerifier(loginPassword(secret, role));
    // Only the verifier travels: the password itself never appears in a statement or a log.
    await client.query(`alter role ${role} password '${verifier}'`);
    await client.query(`alter role ${role} set statement_timeout = '15s'`);
    await client.query(`alter role ${role} set idle_in_transaction_session_timeout = '30s'`);
    await client.query(`alter role ${role} set timezone = 'UTC'`);
    // Of a solid state disk or the memory; PostgreSQL's own is a spinning disk's, and makes it read tables whole.
    await client.query(`alter role ${role} set random_page_cost = 1.1`);
    // Requests share the cores: one that takes several makes the others wait, and starting helpers costs more than a page.
    await client.query(`alter role ${role} set max_parallel_workers_per_gather = 0`);
  }
}
