import type { ActorContext, PageRange } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';

type Listed = { entity: string; id: string };
export type Near = (range: PageRange) => RawBuilder<boolean>;

/** A word begins that many words at most where a page is read word by word; beyond, all its records are fetched. */
const WORDS_MAX = 100;

/**
 * The records of a word, page by page in the order of their names. The index has each word's records in that order, so a page
 * costs a page of each word that begins so, however many records there are. Null where it begins too many words.
 */
export async function readInNameOrder(ctx: ActorContext, listed: Listed, word: string): Promise<Near | null> {
  const words = await wordsThatBegin(ctx, listed, word);
  return words.length > WORDS_MAX ? null : (range) => pageOf(ctx, listed, { words, range });
}

/** One after another: a common word stands in the index a hundred thousand times. */
async function wordsThatBegin(ctx: ActorContext, { entity }: Listed, word: string): Promise<string[]> {
  const next = (from: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`select t.token from search.tokens t where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${entity}
      and t.token ${from} and t.token < ${`${word}\u{10FFFF}`} order by t.token limit 1`;
  const { rows } = await sql<{ token: string }>`
    with recursive words as (
      select (${next(sql`>= ${word}`)}) as token, 1 as place
      union all
      select (${next(sql`> words.token`)}), words.place + 1 from words where words.token is not null and words.place <= ${sql.lit(WORDS_MAX)}
    )
    select token from words where token is not null`.execute(ctx.listDb);
  return rows.map(({ token }) => token);
}

type Page = { words: string[]; range: PageRange };

function pageOf(ctx: ActorContext, { entity, id }: Listed, { words, range }: Page): RawBuilder<boolean> {
  const { after, isDescending, limit } = range;
  const direction = sql.raw(isDescending ? 'desc' : 'asc');
  const order = (alias: string) =>
    sql`order by ${sql.ref(`${alias}.sort_name`)} ${direction}, ${sql.ref(`${alias}.record_id`)} ${direction} limit ${sql.lit(limit + 1)}`;
  const beyond = after
    ? sql`and (t.sort_name, t.record_id) ${sql.raw(isDescending ? '<' : '>')} (${after.value}::text, ${after.id}::uuid)`
    : sql``;
  // A record may have several words that begin alike.
  return sql<boolean>`${sql.ref(id)} = any (array(
    select one.record_id from (
      select distinct first.sort_name, first.record_id
        from unnest(${words}::text[]) as w (word) cross join lateral (
          select t.sort_name, t.record_id from search.tokens t
           where t.tenant_id = ${ctx.actor.tenantId} and t.entity = ${entity} and t.token = w.word ${beyond} ${order('t')}) first
    ) one ${order('one')}))`;
}
