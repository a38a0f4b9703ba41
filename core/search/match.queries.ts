import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { searchText, tellingWords } from './search-query.ts';

export type Search = {
  entity: string;
  /** Qualified id column of the list, `contact.id`. */
  id: string;
  q: string;
};

type Condition = RawBuilder<boolean>;
type Word = { word: string; matches: number };

/** Up to this many records are fetched by their ids; beyond, scanning in the list's order finds a page sooner. */
const IDS_MAX = 2_000;

/**
 * A condition for a list query: records that have every word of `q`, as the beginning of one of theirs. Which form is
 * fast depends on how many match, so that is counted first (one round trip, capped).
 */
export async function matchRecords(ctx: ActorContext, search: Search): Promise<Condition> {
  const words = await countMatches(ctx, search);
  const [rarest, ...others] = words.toSorted((a, b) => a.matches - b.matches);
  if (!rarest || rarest.matches === 0) return sql<boolean>`false`;
  if (rarest.matches <= IDS_MAX) return amongIds(ctx, search, [rarest, ...others]);
  const isRareTogether = others.length > 0 && (await countTogether(ctx, search, words)) <= IDS_MAX;
  return isRareTogether ? amongIds(ctx, search, words) : ofEachRow(ctx, search, words);
}

async function countMatches(ctx: ActorContext, { entity, q }: Search): Promise<Word[]> {
  const { rows } = await sql<Word>`
    with words as materialized (
      select word, word || chr(1114111) as beyond from unnest(search.tokenize(${searchText(q)})) as word
    )
    select w.word, (
      select count(*)::int from (
        select from search.tokens t
         where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${entity} and t.token >= w.word and t.token < w.beyond
         limit ${sql.lit(IDS_MAX + 1)}) found
    ) as matches
    from words w`.execute(ctx.db);
  return tellingWords(rows);
}

async function countTogether(ctx: ActorContext, search: Search, words: Word[]): Promise<number> {
  const { rows } = await sql<{ matches: number }>`
    select count(*)::int as matches from (${recordsWith(ctx, search, words)} limit ${sql.lit(IDS_MAX + 1)}) found`.execute(ctx.db);
  return rows[0]?.matches ?? 0;
}

function amongIds(ctx: ActorContext, search: Search, words: Word[]): Condition {
  return sql<boolean>`${sql.ref(search.id)} = any (array(${recordsWith(ctx, search, words)}))`;
}

function recordsWith(ctx: ActorContext, { entity }: Search, [first, ...others]: Word[]): RawBuilder<unknown> {
  const rest = others.map((other) => sql`and ${hasWord(ctx, sql.ref('t.record_id'), other)}`);
  return sql`
    select t.record_id from search.tokens t
     where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${entity} and ${beginsWith('t.token', first?.word ?? '')} ${sql.join(rest, sql` `)}`;
}

function ofEachRow(ctx: ActorContext, { id }: Search, words: Word[]): Condition {
  return sql<boolean>`${sql.join(
    words.map((word) => hasWord(ctx, sql.ref(id), word)),
    sql` and `,
  )}`;
}

function hasWord(ctx: ActorContext, record: RawBuilder<unknown>, { word }: Word): Condition {
  return sql<boolean>`exists (select from search.tokens o where o.tenant_id = ${ctx.actor.tenantId} and o.record_id = ${record} and ${beginsWith('o.token', word)})`;
}

// A range instead of ^@: it stays an index condition in a generic plan too, where the word is not known. U+10FFFF is
// the last character there is, so the range holds exactly what begins with the word (the column's collation is "C").
function beginsWith(column: string, word: string): Condition {
  const token = sql.ref(column);
  return sql<boolean>`${token} >= ${word} and ${token} < ${`${word}\u{10FFFF}`}`;
}
