import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { DB } from './generated/database.ts';

/** A database without tenant context, for a login whose own rights are narrow (identity, worker). */
export type PlainDb = Kysely<DB>;

export function createPlainDatabase(pool: pg.Pool): PlainDb {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
}
