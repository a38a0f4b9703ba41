import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
} from 'kysely';
import type pg from 'pg';
import type { DB } from './generated/database.ts';
import { statementName } from './pool.ts';
import { BEGIN, contextPreamble, listPreamble, type Preamble, sendTenantQuery } from './tenant-query.ts';

/** A database on which every statement runs inside one tenant's verified context. */
export type TenantDb = Kysely<DB>;

export type TenantContext = {
  tenantId: string;
  /** The secret that stands for the session; the database verifies it again on each use. */
  token: string;
  /** Shown as application_name, and kept in the audit log. */
  requestId: string;
};

export type TenantDatabase = {
  /** Each statement is one round trip and its own transaction, in context. For reads. */
  reader(context: TenantContext): TenantDb;
  /** The same, planned for lists: each statement for its own values, in the order of an index. */
  listReader(context: TenantContext): TenantDb;
  /** All statements of `work` are one transaction, in context; rolled back when it throws. */
  transaction<T>(context: TenantContext, work: (db: TenantDb) => Promise<T>): Promise<T>;
};

type Execute = (query: CompiledQuery) => Promise<pg.QueryResult>;

/** `isPooled`: behind a transaction pooler, where statements cannot have names. */
export function createTenantDatabase(pool: pg.Pool, { isPooled }: { isPooled: boolean }): TenantDatabase {
  const send = (client: pg.PoolClient, query: CompiledQuery, preambles: Preamble[]): Promise<pg.QueryResult> =>
    sendTenantQuery(client, {
      text: query.sql,
      values: [...query.parameters],
      name: isPooled ? undefined : statementName(query.sql),
      preambles,
    });

  const readerWith = (preamble: Preamble): TenantDb =>
    kyselyOn(async (query) => {
      const client = await pool.connect();
      try {
        const result = await send(client, query, [preamble]);
        client.release();
        return result;
      } catch (error) {
        client.release(isConnectionLost(error));
        throw error;
      }
    });

  return {
    reader: (context) => readerWith(contextPreamble(context)),
    listReader: (context) => readerWith(listPreamble(context)),
    transaction: (context, work) => runTransaction(pool, context, { send, work }),
  };
}

type Transaction<T> = {
  send(client: pg.PoolClient, query: CompiledQuery, preambles: Preamble[]): Promise<pg.QueryResult>;
  work(db: TenantDb): Promise<T>;
};

async function runTransaction<T>(pool: pg.Pool, context: TenantContext, { send, work }: Transaction<T>): Promise<T> {
  const client = await pool.connect();
  let isOpen = false;
  // Statements of one transaction go one after the other even when the caller starts them together.
  let tail: Promise<unknown> = Promise.resolve();
  const execute: Execute = (query) => {
    const next = tail.then(() => {
      const preambles = isOpen ? [] : [BEGIN, contextPreamble(context)];
      isOpen = true;
      return send(client, query, preambles);
    });
    tail = next.catch(() => undefined);
    return next;
  };
  try {
    const result = await work(kyselyOn(execute));
    if (isOpen) await commit(client);
    client.release();
    return result;
  } catch (error) {
    await tail;
    const isClean = isOpen ? await rollBack(client) : true;
    client.release(!isClean || isConnectionLost(error));
    throw error;
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit');
  if (command === 'ROLLBACK') throw new Error('The transaction was already aborted: an error inside it was swallowed.');
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('rollback').then(
    () => true,
    () => false,
  );
}

/** Network faults and forced disconnects: the connection must not go back to the pool. */
export function isConnectionLost(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code.startsWith('E') ||
    /Connection terminated|timeout/.test(String(error))
  );
}

let savepointCount = 0;

/** Runs `work` so that its failure undoes only its own statements. Only inside a transaction. */
export async function inSavepoint<T>(db: TenantDb, work: () => Promise<T>): Promise<T> {
  savepointCount = (savepointCount + 1) % 1_000_000;
  const name = sql.ref(`part_${savepointCount % 64}`);
  await sql`savepoint ${name}`.execute(db);
  try {
    const result = await work();
    await sql`release savepoint ${name}`.execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint ${name}`.execute(db);
    throw error;
  }
}

function kyselyOn(execute: Execute): TenantDb {
  const connection: DatabaseConnection = {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const result = await execute(query);
      return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
    },
    streamQuery: () => {
      throw new Error('Cursors do not survive a transaction pooler; page by key instead.');
    },
  };
  const refuse = async (): Promise<never> => {
    throw new Error('The tenant transaction is opened by TenantDatabase.transaction, not by Kysely.');
  };
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    releaseConnection: async () => undefined,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => undefined,
  };
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}
