import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { seesAll } from '@aura/kernel';
import { searchText, tellingWords } from './search-query.ts';

export type Search = {
  entity: string;
  /** Qualified id column of the list, `contact.id`. */
  id: string;
  q: string;
  /** For records with owners: a query of the ids that are shared with the person, `select crm.shared_contact_ids()`. */
  sharedIds?: RawBuilder<unknown>;
  /** The list is sorted by name: what begins alike stands together, so scanning may pass everything else first. */
  isByName?: boolean;
};

type Condition = RawBuilder<boolean>;
type Word = { word: string; matches: number };
/** The words that begin with a word: a range of tokens, as columns or as values. */
type Range = { from: RawBuilder<unknown>; beyond: RawBuilder<unknown> };

/** Up to this many records are fetched by their ids; beyond, scanning in the list's order finds a page sooner. */
const IDS_MAX = 2_000;
const IDS_MAX_BY_NAME = 50_000;

/** Tokens that hold more than a list counts (10,000), even when one record has several that begin alike. */
const COUNTED_TOKENS_MAX = 60_000;

/** A condition for a list query: records that have every word of `q`, as the beginning of one of theirs. */
export async function matchRecords(ctx: ActorContext, search: Search): Promise<Condition> {
  return (await searchRecords(ctx, search)).where;
}

/**
 * The condition, and the ids that it admits as a query of their own: counting those needs no look at the records.
 * Which form of condition is fast depends on how many match, so that is counted first (one round trip, capped).
 */
export async function searchRecords(
  ctx: ActorContext,
  search: Search,
): Promise<{ where: Condition; ids: RawBuilder<unknown> }> {
  const words = await countWords(ctx, search);
  const [rarest, ...others] = words;
  if (!rarest || rarest.matches === 0)
    return { where: sql<boolean>`false`, ids: sql`select null::uuid as record_id limit 0` };
  const ids = sql`select distinct record_id from (${recordsWith(ctx, search, words)} limit ${sql.lit(COUNTED_TOKENS_MAX)}) capped`;
  const isRare =
    isOfOne(ctx, search) ||
    rarest.matches <= idsMax(search) ||
    (others.length > 0 && (await countTogether(ctx, search, words)) <= idsMax(search));
  return { where: isRare ? amongIds(ctx, search, words) : ofEachRow(ctx, search, words), ids };
}

const idsMax = ({ isByName }: Search): number => (isByName ? IDS_MAX_BY_NAME : IDS_MAX);

/** One person's own records are few enough to be fetched by their ids, whatever matches. */
const isOfOne = (ctx: ActorContext, { sharedIds }: Search): boolean => sharedIds !== undefined && !seesAll(ctx.actor);

/** The rarest first. */
async function countWords(ctx: ActorContext, search: Search): Promise<Word[]> {
  const range = { from: sql.ref('w.word'), beyond: sql.ref('w.beyond') };
  const { rows } = await sql<Word>`
    with words as materialized (
      select word, word || chr(1114111) as beyond from unnest(search.tokenize(${searchText(search.q)})) as word
    )
    select w.word, (select count(*)::int from (${visibleTokens(ctx, search, range)} limit ${sql.lit(idsMax(search) + 1)}) found) as matches
      from words w`.execute(ctx.db);
  return tellingWords(rows).toSorted((a, b) => a.matches - b.matches);
}

async function countTogether(ctx: ActorContext, search: Search, words: Word[]): Promise<number> {
  const { rows } = await sql<{ matches: number }>`
    select count(*)::int as matches from (${recordsWith(ctx, search, words)} limit ${sql.lit(idsMax(search) + 1)}) found`.execute(
    ctx.db,
  );
  return rows[0]?.matches ?? 0;
}

function amongIds(ctx: ActorContext, search: Search, words: Word[]): Condition {
  return sql<boolean>`${sql.ref(search.id)} = any (array(${recordsWith(ctx, search, words)}))`;
}

function ofEachRow(ctx: ActorContext, { id }: Search, words: Word[]): Condition {
  return joined(
    words.map((word) => hasWord(ctx, sql.ref(id), word)),
    sql` and `,
  );
}

function recordsWith(ctx: ActorContext, search: Search, [first, ...others]: Word[]): RawBuilder<unknown> {
  const tokens = visibleTokens(ctx, search, rangeOf(first?.word ?? ''));
  if (others.length === 0) return tokens;
  const conditions = others.map((other) => hasWord(ctx, sql.ref('one.record_id'), other));
  return sql`select one.record_id from (${tokens}) one where ${joined(conditions, sql` and `)}`;
}

/**
 * The records of a range of tokens. A rep's are asked for as theirs and those shared with them, because each part has an
 * index; the policy's "or" over both would scan the tenant's. The policy still applies.
 */
function visibleTokens(ctx: ActorContext, search: Search, range: Range): RawBuilder<unknown> {
  const { entity, sharedIds } = search;
  const tokens = sql`select t.record_id from search.tokens t where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${entity} and ${within('t.token', range)}`;
  if (!isOfOne(ctx, search)) return tokens;
  const me = ctx.actor.userId;
  return sql`${tokens} and t.owner_id = ${me} union all ${tokens} and t.owner_id <> ${me} and t.record_id = any (array(${sharedIds}))`;
}

function hasWord(ctx: ActorContext, record: RawBuilder<unknown>, { word }: Word): Condition {
  return sql<boolean>`exists (select from search.tokens o where o.tenant_id = ${ctx.actor.tenantId} and o.record_id = ${record} and ${within('o.token', rangeOf(word))})`;
}

// A range instead of ^@: it stays an index condition in a generic plan too, where the word is not known. U+10FFFF is
// the last character there is, so the range holds exactly what begins with the word (the column's collation is "C").
function rangeOf(word: string): Range {
  return { from: sql`${word}`, beyond: sql`${`${word}\u{10FFFF}`}` };
}

function within(column: string, { from, beyond }: Range): Condition {
  const token = sql.ref(column);
  return sql<boolean>`${token} >= ${from} and ${token} < ${beyond}`;
}

function joined(conditions: Condition[], separator: RawBuilder<unknown>): Condition {
  return sql<boolean>`${sql.join(conditions, separator)}`;
}
