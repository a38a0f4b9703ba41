import { type ActorContext, COUNT_MAX } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { seesAll } from '@aura/kernel';
import { type Near, readInNameOrder } from './name-order.queries.ts';
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
  /** Its words carry that name (sort_name). */
  isNamed?: boolean;
  /** Nothing but `q` filters the list. */
  isAlone?: boolean;
};

type Condition = RawBuilder<boolean>;
type Word = { word: string; matches: number };
/** The words that begin with a word: a range of tokens, as columns or as values. */
type Range = { from: RawBuilder<unknown>; beyond: RawBuilder<unknown> };

/** Up to this many records are fetched by their ids; beyond, scanning in the list's order finds a page sooner. */
const IDS_MAX = 2_000;
const IDS_MAX_BY_NAME = 200_000;

/** Tokens that hold more than a list counts, even when one record has several that begin alike. */
const COUNTED_TOKENS_MAX = 6 * COUNT_MAX;

/**
 * `count`: how many records the condition admits, or a query of that number that ends soon after COUNT_MAX. `near`: the
 * condition of one page, where `where` leaves it to that.
 */
export type Found = { where: Condition; count: number | RawBuilder<number>; near?: Near };

/** A condition for a list query: records that have every word of `q`, as the beginning of one of theirs. */
export async function matchRecords(ctx: ActorContext, search: Search): Promise<Condition> {
  return (await searchRecords(ctx, search)).where;
}

/**
 * The condition, and the count of what it admits: counting words needs no look at the records. Which form of condition
 * is fast depends on how many match, so that is counted first (one round trip, capped).
 */
export async function searchRecords(ctx: ActorContext, search: Search): Promise<Found> {
  const words = await countWords(ctx, search);
  const [rarest, ...others] = words;
  if (!rarest || rarest.matches === 0) return { where: sql<boolean>`false`, count: 0 };
  const idsMaxNow = others.length > 0 ? IDS_MAX : idsMax(search);
  if (rarest.matches <= idsMaxNow)
    return { where: among(search, recordsWith(ctx, search, words)), count: countFew(ctx, search, words) };
  if (isReadByName(search)) return findInNameOrder(ctx, search, words);
  if (others.length > 0 || isOfOne(ctx, search)) return findTogether(ctx, search, words);
  return { where: ofEachRow(ctx, search, words), count: countCommon(ctx, search, rarest) };
}

/** One common word, page by page; one that begins too many others, as if words carried no names. */
async function findInNameOrder(ctx: ActorContext, search: Search, words: Word[]): Promise<Found> {
  const plain = { ...search, isNamed: false };
  const [word, ...others] = words;
  if (others.length > 0 || isOfOne(ctx, search)) return findTogether(ctx, plain, words);
  const near = word ? await readInNameOrder(ctx, search, word.word) : null;
  if (!word || !near) return searchRecords(ctx, plain);
  return { where: sql<boolean>`true`, near, count: countCommon(ctx, search, word) };
}

const isReadByName = ({ isByName, isNamed, isAlone }: Search): boolean => Boolean(isByName && isNamed && isAlone);

const idsMax = (search: Search): number => (search.isByName && !isReadByName(search) ? IDS_MAX_BY_NAME : IDS_MAX);

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
      from words w`.execute(ctx.listDb);
  return tellingWords(rows).toSorted((a, b) => a.matches - b.matches);
}

/** Common words: their records are found once, for the ids and for their count. */
async function findTogether(ctx: ActorContext, search: Search, words: Word[]): Promise<Found> {
  const max = Math.max(idsMax(search), COUNT_MAX) + 1;
  const { rows } = await sql<{ matches: number; ids: string[] | null }>`
    with found as materialized (select distinct record_id from (${together(ctx, search, words)}) every limit ${sql.lit(max)}),
         counted as materialized (select count(*)::int as matches from found)
    select matches, case when matches <= ${sql.lit(isOfOne(ctx, search) ? COUNT_MAX : IDS_MAX)} then array(select record_id from found) end as ids from counted`.execute(
    ctx.listDb,
  );
  const { matches = 0, ids = null } = rows[0] ?? {};
  if (ids) {
    // By name, the planner is not to see how many: it would sooner read the list up to where what begins alike stands.
    const given = search.isByName ? sql`array(select unnest(${ids}::uuid[]))` : sql`${ids}::uuid[]`;
    return { where: sql<boolean>`${sql.ref(search.id)} = any (${given})`, count: matches };
  }
  const isFew = isOfOne(ctx, search) || matches <= idsMax(search);
  const where = isFew ? among(search, together(ctx, search, words)) : ofEachRow(ctx, search, words);
  return { where, count: matches };
}

/** Each word's records are read once and compared; asking each record of one word for the others would be slower. */
function together(ctx: ActorContext, search: Search, words: Word[]): RawBuilder<unknown> {
  const each = words.map(({ word }) => sql`(${visibleTokens(ctx, search, rangeOf(word))})`);
  return sql.join(each, sql` intersect `);
}

function countIds(ctx: ActorContext, search: Search, words: Word[]): RawBuilder<number> {
  const tokens = sql`${recordsWith(ctx, search, words)} limit ${sql.lit(COUNTED_TOKENS_MAX)}`;
  return sql<number>`(select count(*)::int from (select distinct record_id from (${tokens}) capped limit ${sql.lit(COUNT_MAX + 1)}) found)`;
}

/** Few by name can be many: telling a common word's records apart takes longer than reading them. */
function countFew(ctx: ActorContext, search: Search, words: Word[]): RawBuilder<number> {
  const [rarest, ...others] = words;
  const isCommon = rarest && others.length === 0 && rarest.matches > COUNT_MAX;
  return isCommon && !isOfOne(ctx, search) ? countCommon(ctx, search, rarest) : countIds(ctx, search, words);
}

// A record has a word once, so those that have exactly this one are counted without telling records apart; a common word
// needs no more than that.
function countCommon(ctx: ActorContext, search: Search, word: Word): RawBuilder<number> {
  const exact = sql`select from search.tokens t where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${search.entity} and t.token = ${word.word} limit ${sql.lit(COUNT_MAX + 1)}`;
  return sql<number>`(select case when (select count(*) from (${exact}) same) > ${sql.lit(COUNT_MAX)} then ${sql.lit(COUNT_MAX + 1)} else ${countIds(ctx, search, [word])} end)`;
}

function among({ id }: Search, records: RawBuilder<unknown>): Condition {
  return sql<boolean>`${sql.ref(id)} = any (array(${records}))`;
}

function ofEachRow(ctx: ActorContext, { id, entity }: Search, words: Word[]): Condition {
  return joined(
    words.map((word) => hasWord(ctx, { entity, id: sql.ref(id) }, word)),
    sql` and `,
  );
}

function recordsWith(ctx: ActorContext, search: Search, [first, ...others]: Word[]): RawBuilder<unknown> {
  const tokens = visibleTokens(ctx, search, rangeOf(first?.word ?? ''));
  if (others.length === 0) return tokens;
  const conditions = others.map((other) =>
    hasWord(ctx, { entity: search.entity, id: sql.ref('one.record_id') }, other),
  );
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

type Of = { entity: string; id: RawBuilder<unknown> };

// Names the entity too: the words of many records are then read as a range, instead of each record's.
function hasWord(ctx: ActorContext, { entity, id }: Of, { word }: Word): Condition {
  return sql<boolean>`exists (select from search.tokens o where o.tenant_id = ${ctx.actor.tenantId} and o.entity = ${entity} and o.record_id = ${id} and ${within('o.token', rangeOf(word))})`;
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
