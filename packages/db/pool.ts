import { createHash } from 'node:crypto';
import pg from 'pg';
import { PREPARED_AT_CONNECT } from './tenant-query.ts';

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const asText = (value: string): string => value;

/** Values that a JavaScript number or Date would bend come back as text: bigint, numeric, calendar dates. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    if (oid === INT8 || oid === DATE || oid === NUMERIC) return asText;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

export type PoolOptions = { url: string; max: number; isPooled: boolean; knowsContext: boolean };

/** A pool of connections under one login role. `knowsContext`: prepare the tenant context statement on each. */
export function openPool(options: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // Whatever a statement may have left on a connection ends with it.
    maxLifetimeSeconds: 600,
    types,
    ...(options.knowsContext && !options.isPooled ? { onConnect: prepareStatements } : {}),
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // Likewise one that breaks in the middle of a transaction, between two statements: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

async function prepareStatements(client: pg.ClientBase): Promise<void> {
  for (const statement of PREPARED_AT_CONNECT) {
    const values = statement.values.map(() => null);
    // Parsing is what matters: the context call itself is refused without a session, and BEGIN is rolled back.
    await client.query({ name: statement.name, text: statement.text, values }).catch(() => undefined);
    await client.query('rollback');
  }
}

const STATEMENT_NAMES_MAX = 2_000;
const statementNames = new Map<string, string>();

/** The same SQL always gets the same statement name, so that PostgreSQL plans it once per connection. */
export function statementName(text: string): string | undefined {
  const known = statementNames.get(text);
  if (known) return known;
  // Dynamic filters could make names without end; beyond the bound a statement is planned each time.
  if (statementNames.size >= STATEMENT_NAMES_MAX) return undefined;
  const name = `q_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
  statementNames.set(text, name);
  return name;
}
