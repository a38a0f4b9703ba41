import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { DB } from './generated/database.ts';
import { statementName } from './pool.ts';

/** A database without tenant context, for a login whose own rights are narrow (identity, worker). */
export type PlainDb = Kysely<DB>;

/** `keepsStatements`: PostgreSQL plans the same SQL once per connection. Not behind a transaction pooler. */
export function createPlainDatabase(
  pool: pg.Pool,
  { keepsStatements }: { keepsStatements: boolean } = { keepsStatements: false },
): PlainDb {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: keepsStatements ? namingStatements(pool) : pool }) });
}

function namingStatements(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect();
      const query = (text: string, values: unknown[]): Promise<pg.QueryResult> =>
        client.query({ text, values, name: statementName(text) });
      return { query, release: (isBroken?: boolean) => client.release(isBroken) } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  } as PostgresPool;
}
