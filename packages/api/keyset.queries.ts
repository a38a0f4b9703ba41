import { type RawBuilder, sql, type TenantDb } from '@aura/db';
import type { Page } from '@aura/kernel';
import type { SelectQueryBuilder } from 'kysely';
import type { ActorContext } from './context.ts';
import { type Position, readCursor, writeCursor } from './cursor.ts';

/** A column that a list can be sorted by: NOT NULL, indexed after tenant_id together with the id. */
export type SortColumn = {
  column: string;
  type: 'timestamptz' | 'text' | 'bigint' | 'int' | 'date' | 'float8';
  /** The id beside the column in its index, where that is another than the list's. */
  id?: string;
};

/** An order by what only some rows have: those first, whichever the direction, then the others, the newest first. */
export type ListOrder = {
  rows: unknown;
  sort: SortColumn;
  /** Null where every row has it. */
  rest: { rows: unknown; sort: SortColumn } | null;
};

/** Beyond this many rows a total says "at least": counting further would cost more than the page itself. */
export const COUNT_MAX = 10_000;

type ListedQuery = SelectQueryBuilder<never, never, { id: string }>;

export type ListOptions<Row, Item> = {
  /**
   * Filtered, not yet selected, sorted or limited; names its tenant, for the planner. Or disjoint parts of the rows, each
   * with an index in every order, of which the page is merged.
   */
  rows: unknown;
  /** A condition beside `rows` that admits every row of the page that is read, and few others. */
  near?: ((range: PageRange) => RawBuilder<boolean>) | undefined;
  /** How many rows there are, where that is known or cheaper to ask (the matches of a search), capped after COUNT_MAX. */
  count?: number | RawBuilder<number> | undefined;
  /** Adds what a row shows (columns, joins) to the page's query; the count goes without. */
  select: (rows: never) => unknown;
  sorts: Readonly<Record<string, SortColumn>>;
  /** Takes the place of `sorts` for the sort that was asked for. */
  order?: ListOrder | undefined;
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
  const sort = options.order?.sort ?? options.sorts[sortName.replace(/^-/, '')];
  if (!sort) throw new Error(`${options.list} names no column for the sort ${sortName}`);
  const scope = {
    secret: ctx.platform.secret,
    tenantId: ctx.actor.tenantId,
    list: `${options.list}:${sortName}:${JSON.stringify(filters)}`,
  };
  const after = cursor ? readCursor(scope, cursor) : null;

  const [page, count] = await Promise.all([
    fetchOrdered<Row>(ctx.listDb, options, { sort, isDescending, after, limit }),
    readCount(ctx.listDb, options),
  ]);
  const items = page.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(options.toItem),
    nextCursor: page.length > limit && last ? writeCursor(scope, positionOf(last)) : null,
    total: Math.min(count, COUNT_MAX),
    ...(count > COUNT_MAX ? { totalIsEstimate: true } : {}),
  };
}

type Listed<Row> = Row & { id: string; sort_key: string; is_rest?: boolean };

const positionOf = ({ sort_key, id, is_rest }: Listed<unknown>): Position => ({
  value: sort_key,
  id,
  ...(is_rest ? { isRest: true } : {}),
});

/** One page; in an order by what only some rows have, what is left of it is filled with the others. */
async function fetchOrdered<Row extends { id: string }>(
  db: TenantDb,
  options: Pick<ListOptions<Row, unknown>, 'rows' | 'near' | 'select' | 'id' | 'order'>,
  range: PageRange,
): Promise<Listed<Row>[]> {
  const { order } = options;
  if (!order) return fetchPage<Row>(db, options, range);
  const isInRest = range.after?.isRest === true;
  const first = isInRest ? [] : await fetchPage<Row>(db, { ...options, rows: order.rows }, range);
  if (first.length > range.limit || !order.rest) return first;
  const others = await fetchPage<Row>(
    db,
    { ...options, rows: order.rest.rows },
    {
      sort: order.rest.sort,
      isDescending: true,
      after: isInRest ? range.after : null,
      limit: range.limit - first.length,
    },
  );
  return [...first, ...others.map((row) => ({ ...row, is_rest: true }))];
}

/** `after`: the last row of the page before. One row more than `limit` is read, to know whether there is a next page. */
export type PageRange = { sort: SortColumn; isDescending: boolean; after: Position | null; limit: number };

async function fetchPage<Row extends { id: string }>(
  db: TenantDb,
  { rows, near, select, id }: Pick<ListOptions<Row, unknown>, 'rows' | 'near' | 'select' | 'id'>,
  range: PageRange,
): Promise<Listed<Row>[]> {
  const table = id.split('.')[0] ?? id;
  const close = near?.(range);
  const parts = partsOf(rows).map((part) => inRange(close ? part.where(close) : part, id, range));
  const [first, ...others] = parts.map((part) => db.selectFrom(part.selectAll(table as never).as('part')).selectAll());
  const source = others.length > 0 ? db.selectFrom(unite(first, others).as(table)) : parts[0];
  const sortKey = sql<string>`${sql.ref(range.sort.column)}::text`.as('sort_key');
  const page = inOrder((select(source as never) as ListedQuery).select(sortKey), id, range);
  const answer = await db.executeQuery(page.compile());
  return answer.rows as unknown as Listed<Row>[];
}

type Selected = SelectQueryBuilder<never, never, object>;

function unite(first: unknown, others: readonly unknown[]): Selected {
  return others.reduce<Selected>((all, part) => all.unionAll(part as Selected), first as Selected);
}

const partsOf = (rows: unknown): ListedQuery[] => (Array.isArray(rows) ? rows : [rows]) as ListedQuery[];

/** What comes after the cursor, no more than the page takes: a part has to give its rows in the list's order. */
function inRange(part: ListedQuery, id: string, range: PageRange): ListedQuery {
  const { sort, isDescending, after } = range;
  if (!after) return inOrder(part, id, range);
  // Row comparison is one index condition with the tenant; a pair of ORed conditions would not be.
  const operator = sql.raw(isDescending ? '<' : '>');
  const last = sql`(${after.value}::${sql.raw(sort.type)}, ${after.id}::uuid)`;
  return inOrder(part, id, range).where(
    sql<boolean>`(${sql.ref(sort.column)}, ${sql.ref(sort.id ?? id)}) ${operator} ${last}`,
  );
}

function inOrder<Query extends ListedQuery>(query: Query, id: string, { sort, isDescending, limit }: PageRange): Query {
  const direction = isDescending ? 'desc' : 'asc';
  return query
    .clearOrderBy()
    .clearLimit()
    .orderBy(sql.ref(sort.column), direction)
    .orderBy(sql.ref(sort.id ?? id), direction)
    .limit(limit + 1) as Query;
}

async function readCount(
  db: TenantDb,
  { count, rows }: Pick<ListOptions<never, never>, 'count' | 'rows'>,
): Promise<number> {
  if (count === undefined) return countRows(db, partsOf(rows));
  if (typeof count === 'number') return count;
  const answer = await sql<{ count: number }>`select ${count} as count`.execute(db);
  return answer.rows[0]?.count ?? 0;
}

async function countRows(db: TenantDb, parts: ListedQuery[]): Promise<number> {
  const [first, ...others] = parts.map((part) => part.clearSelect().select(sql<number>`1`.as('one')));
  const capped = unite(first, others).limit(COUNT_MAX + 1);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${capped} as capped`.execute(db);
  return rows[0]?.count ?? 0;
}
