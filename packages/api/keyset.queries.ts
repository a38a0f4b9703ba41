import { type RawBuilder, sql, type TenantDb } from '@aura/db';
import type { Page } from '@aura/kernel';
import type { SelectQueryBuilder } from 'kysely';
import type { ActorContext } from './context.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';

/** A column that a list can be sorted by: NOT NULL, indexed after tenant_id together with the id. */
export type SortColumn = { column: string; type: 'timestamptz' | 'text' | 'bigint' | 'int' | 'date' };

/** Beyond this many rows a total says "at least": counting further would cost more than the page itself. */
export const COUNT_MAX = 10_000;

type ListedQuery = SelectQueryBuilder<never, never, { id: string }>;

export type ListOptions<Row, Item> = {
  /** Filtered, not yet selected, sorted or limited; names its tenant, for the planner. */
  rows: unknown;
  /** How many rows there are, where that is known or cheaper to ask (the matches of a search), capped after COUNT_MAX. */
  count?: number | RawBuilder<number> | undefined;
  /** Adds what a row shows (columns, joins) to the page's query; the count goes without. */
  select: (rows: never) => unknown;
  sorts: Readonly<Record<string, SortColumn>>;
  defaultSort: string;
  /** Qualified id column, `deal.id`. */
  id: string;
  /** Filters and search: a cursor is bound to them. */
  input: { limit: number; cursor?: string | undefined; sort?: string | undefined };
  /** Procedure path, `deals.list`. */
  list: string;
  toItem: (row: Row) => Item;
};

/** One page by keyset: stable under inserts, the same cost on page 1 and page 10,000. */
export async function listPage<Row extends { id: string }, Item>(
  ctx: ActorContext,
  options: ListOptions<Row, Item>,
): Promise<Page<Item>> {
  const { limit, cursor, sort: _sort, ...filters } = options.input;
  const sortName = options.input.sort ?? options.defaultSort;
  const isDescending = sortName.startsWith('-');
  const sort = options.sorts[sortName.replace(/^-/, '')];
  if (!sort) throw new Error(`${options.list} names no column for the sort ${sortName}`);
  const scope = {
    secret: ctx.platform.secret,
    tenantId: ctx.actor.tenantId,
    list: `${options.list}:${sortName}:${JSON.stringify(filters)}`,
  };
  const after = cursor ? readCursor(scope, cursor) : null;

  const [page, count] = await Promise.all([
    fetchPage<Row>(options, { sort, isDescending, after, limit }),
    readCount(ctx.db, options),
  ]);
  const items = page.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(options.toItem),
    nextCursor: page.length > limit && last ? writeCursor(scope, { value: last.sort_key, id: last.id }) : null,
    total: Math.min(count, COUNT_MAX),
    ...(count > COUNT_MAX ? { totalIsEstimate: true } : {}),
  };
}

type PageRange = { sort: SortColumn; isDescending: boolean; after: Position | null; limit: number };

async function fetchPage<Row extends { id: string }>(
  options: Pick<ListOptions<Row, unknown>, 'rows' | 'select' | 'id'>,
  range: PageRange,
): Promise<(Row & { sort_key: string })[]> {
  const column = sql.ref(range.sort.column);
  const id = sql.ref(options.id);
  const type = sql.raw(range.sort.type);
  let query = options.select(options.rows as never) as ListedQuery;
  if (range.after) {
    const { value, id: lastId } = range.after;
    // Row comparison is one index condition with the tenant; a pair of ORed conditions would not be.
    const operator = sql.raw(range.isDescending ? '<' : '>');
    query = query.where(sql<boolean>`(${column}, ${id}) ${operator} (${value}::${type}, ${lastId}::uuid)`);
  }
  const direction = range.isDescending ? 'desc' : 'asc';
  const rows = await query
    .select(sql<string>`${column}::text`.as('sort_key'))
    .orderBy(column, direction)
    .orderBy(id, direction)
    .limit(range.limit + 1)
    .execute();
  return rows as unknown as (Row & { sort_key: string })[];
}

async function readCount(
  db: TenantDb,
  { count, rows }: Pick<ListOptions<never, never>, 'count' | 'rows'>,
): Promise<number> {
  if (count === undefined) return countRows(db, rows as ListedQuery);
  if (typeof count === 'number') return count;
  const answer = await sql<{ count: number }>`select ${count} as count`.execute(db);
  return answer.rows[0]?.count ?? 0;
}

async function countRows(db: TenantDb, rows: ListedQuery): Promise<number> {
  const some = rows
    .clearSelect()
    .select(sql<number>`1`.as('one'))
    .limit(COUNT_MAX + 1);
  const { count } = await db
    .selectFrom(some.as('some'))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
