import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { Importer, MatchKey } from './importer.ts';

/** `identity`: what tells it from a namesake, its external id. */
export type Found = { id: string; identity: string | null };

// Two would say that a name is ambiguous; more let one of them be told by its external id.
const NAMESAKES_MAX = 20;

/** Live records by what people call them. A text that nothing answers to is not in the map; several records may share one. */
export async function findRecords(
  ctx: ActorContext,
  importer: Importer,
  { by, texts }: { by: MatchKey; texts: readonly string[] },
): Promise<Map<string, Found[]>> {
  const key = importer.keys[by];
  const found = new Map<string, Found[]>();
  if (!key || texts.length === 0) return found;
  // Folded first: a function that is not leakproof inside the join would keep row-level security from using the index.
  // Looked up one by one: of a table that has just been filled the planner knows too little to choose a join.
  const folded = key.fold ? sql`${sql.raw(key.fold)}(w.text)` : sql`w.text`;
  const identity = importer.keys[importer.identity ?? 'externalId'];
  const { rows } = await sql<{ text: string; id: string; identity: string | null }>`
    with wanted as materialized (select w.text, ${folded} as folded from unnest(${[...new Set(texts)]}::text[]) as w (text))
    select wanted.text, record.id, record.identity
      from wanted cross join lateral (
        select t.${sql.ref(importer.idColumn ?? 'id')} as id, ${identity ? sql.raw(identity.column) : sql`null::text`} as identity
          from ${sql.raw(importer.table)} t
         where t.tenant_id = ${ctx.actor.tenantId} and ${sql.raw(key.column)} = wanted.folded and ${sql.raw(importer.isLive)}
         order by 1 limit ${sql.lit(NAMESAKES_MAX)}) record`.execute(ctx.db);
  for (const row of rows) found.set(row.text, [...(found.get(row.text) ?? []), { id: row.id, identity: row.identity }]);
  return found;
}

/** What the live records are called by a key, in order; nothing where that is not said. */
export async function listNames(
  ctx: ActorContext,
  importer: Importer,
  { by, limit }: { by: MatchKey; limit: number },
): Promise<string[]> {
  const column = importer.fields.find(({ target }) => target === by)?.column;
  const shown = importer.keys[by]?.shown ?? (column ? `t.${column}` : null);
  if (shown === null) return [];
  const { rows } = await sql<{ name: string }>`
    select distinct ${sql.raw(shown)} as name from ${sql.raw(importer.table)} t
     where t.tenant_id = ${ctx.actor.tenantId} and ${sql.raw(importer.isLive)} and ${sql.raw(shown)} <> ''
     order by 1 limit ${limit}`.execute(ctx.db);
  return rows.map(({ name }) => name);
}
