import { loginUrl, openPool } from '@aura/db';
import { dropDatabase, urlOf } from '@aura/db/databases';
import pg from 'pg';
import { cloneTemplate } from './clone.ts';

/** A PostgreSQL with a migrated database to copy. */
export type WorldServer = {
  adminUrl: string;
  superuserUrl: string;
  template: string;
  secret: string;
  /** The application's logins go through this transaction pooler. */
  poolerUrl?: string;
};

export type Statement = { text: string; values: unknown[] };

export type WorldDatabase = {
  databaseUrl: string;
  superuserUrl: string;
  appUrl: string;
  isPooled: boolean;
  superuser: pg.Pool;
  appPool: pg.Pool;
  identityPool: pg.Pool;
  name: string;
  end(): Promise<void>;
  drop(): Promise<void>;
  close(): Promise<void>;
};

export type WorldDatabaseOptions = {
  server: WorldServer;
  /** Connections of the application. */
  poolSize: number;
  /** Sees each statement that a tenant's request sends. */
  onStatement?: ((statement: Statement) => void) | undefined;
};

let databases = 0;

/** A copy of the server's template, with the pools that an application has on it. */
export async function openWorldDatabase({
  server,
  poolSize,
  onStatement,
}: WorldDatabaseOptions): Promise<WorldDatabase> {
  databases += 1;
  const name = `aura_test_${process.pid}_${databases}_${Date.now() % 100_000}`;
  const databaseUrl = await cloneTemplate(server, name);
  const superuserUrl = urlOf(server.superuserUrl, name);
  const superuser = new pg.Pool({ connectionString: superuserUrl, max: 3 });
  superuser.on('error', () => undefined);
  const isPooled = server.poolerUrl !== undefined;
  const throughPooler = (url: string): string =>
    server.poolerUrl ? Object.assign(new URL(url), { host: new URL(server.poolerUrl).host }).href : url;
  const appUrl = throughPooler(loginUrl(databaseUrl, server.secret, 'aura_app'));
  const identityUrl = throughPooler(loginUrl(databaseUrl, server.secret, 'aura_identity'));
  const appPool = openPool({ url: appUrl, max: poolSize, isPooled, knowsContext: true });
  if (onStatement) watch(appPool, onStatement);
  const identityPool = openPool({ url: identityUrl, max: 4, isPooled, knowsContext: false });
  const end = async (): Promise<void> => {
    await Promise.all([appPool.end(), identityPool.end(), superuser.end()]);
  };
  // A pooler keeps a connection of the superuser, which only a superuser may end.
  const drop = (): Promise<void> => dropDatabase(server.superuserUrl, name);
  const close = async (): Promise<void> => {
    await end();
    await drop();
  };
  const pools = { superuser, appPool, identityPool };
  return { ...pools, name, databaseUrl, superuserUrl, appUrl, isPooled, end, drop, close };
}

function watch(pool: pg.Pool, onStatement: (statement: Statement) => void): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const watched = (...args: unknown[]): unknown => {
      const { text, values } = args[0] as Partial<Statement>;
      if (text && values) onStatement({ text, values });
      return send(...args);
    };
    Object.assign(client, { query: watched });
  });
}
