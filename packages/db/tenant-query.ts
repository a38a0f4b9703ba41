import pg from 'pg';

/** A statement sent ahead of the query in the same packet; its result is dropped. */
export type Preamble = { name: string; text: string; values: string[] };

export const BEGIN: Preamble = { name: 'aura_begin', text: 'begin', values: [] };

export function contextPreamble(context: { tenantId: string; token: string; requestId: string }): Preamble {
  return {
    name: 'aura_context',
    text: 'select app.begin_request($1::uuid, $2::text, $3::text)',
    values: [context.tenantId, context.token, context.requestId],
  };
}

/**
 * The context of a list. What a general plan would be made of differs a thousandfold between tenants, between common and
 * rare words, between a rep with ten records and one with ten thousand: each is planned for what it asks. And a rep's
 * policy (own or shared) makes a list look much shorter than it is, so that sorting all of it seems cheap: without bitmaps
 * the index that gives the list's order is taken.
 */
export function listPreamble(context: { tenantId: string; token: string; requestId: string }): Preamble {
  const { text, values } = contextPreamble(context);
  return {
    name: 'aura_list_context',
    text: `${text}, set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_bitmapscan', 'off', true)`,
    values,
  };
}

const NOBODY = { tenantId: '', token: '', requestId: '' };

/** Statements that every connection knows from the start, so that a failing request never leaves them half known. */
export const PREPARED_AT_CONNECT = [BEGIN, contextPreamble(NOBODY), listPreamble(NOBODY)];

type Connection = {
  stream: { cork(): void; uncork(): void };
  parse(message: { name: string; text: string; types?: number[] }): void;
  bind(message: {
    portal: string;
    statement: string;
    values: unknown[];
    valueMapper: (value: unknown) => unknown;
  }): void;
  execute(message: { portal: string }): void;
  flush(): void;
};

// node-postgres exports Query untyped for subclassing; these are the members this file relies on.
type QueryBase = new (
  config: object,
  callback: (error: Error | null, result: pg.QueryResult) => void,
) => {
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
};
const Query = (pg as unknown as { Query: QueryBase }).Query;

/**
 * One round trip: preambles and query travel in one packet behind one Sync, which makes them one implicit transaction
 * (unless a preamble is BEGIN). An error anywhere rolls all of it back.
 */
class TenantQuery extends Query {
  #preambles: Preamble[];
  #isNamed: boolean;
  #pendingPreambles: number;

  constructor(options: QueryOptions, callback: (error: Error | null, result: pg.QueryResult) => void) {
    super({ text: options.text, values: options.values, name: options.name, queryMode: 'extended' }, callback);
    this.#preambles = options.preambles;
    this.#isNamed = options.name !== undefined;
    this.#pendingPreambles = options.preambles.length;
  }

  submit(connection: Connection): null {
    connection.stream.cork();
    try {
      for (const preamble of this.#preambles) this.#send(connection, preamble);
      this.prepare(connection);
    } finally {
      connection.stream.uncork();
    }
    return null;
  }

  #send(connection: Connection, preamble: Preamble): void {
    const statement = this.#isNamed ? preamble.name : '';
    if (!this.#isNamed) connection.parse({ name: '', text: preamble.text });
    connection.bind({ portal: '', statement, values: preamble.values, valueMapper: (value) => value });
    connection.execute({ portal: '' });
  }

  override handleDataRow(message: unknown): void {
    if (this.#pendingPreambles === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#pendingPreambles > 0) this.#pendingPreambles -= 1;
    else super.handleCommandComplete(message, connection);
  }
}

export type QueryOptions = { text: string; values: unknown[]; name: string | undefined; preambles: Preamble[] };

/** Sends preambles and query on one connection. Rejects with PostgreSQL's error. */
export function sendTenantQuery(client: pg.PoolClient, options: QueryOptions): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const query = new TenantQuery(options, (error, result) => (error ? reject(error) : resolve(result)));
    client.query(query as unknown as pg.Submittable);
  });
}
