import type { ActorContext } from '@aura/api';
import { RECENT_MAX, type RecentInput, type SearchResult } from './search.schema.ts';
import { allowedOf, hitOf } from './search.service.ts';
import type { SearchProvider } from './search-provider.ts';

type Providers = readonly SearchProvider[];
type Opened = { entity: string; entity_id: string };

/** The records that the person opened last, the latest first. What has become invisible to them is left out. */
export async function listRecent(ctx: ActorContext, providers: Providers): Promise<SearchResult> {
  const opened = await ownRecent(ctx)
    .select(['entity', 'entity_id'])
    .orderBy('opened_at', 'desc')
    .limit(RECENT_MAX)
    .execute();
  const hits = await nameRecords(ctx, providers, opened);
  return { items: opened.flatMap((each) => hits.get(keyOf(each)) ?? []) };
}

/** Remembers records as opened now. Those that the person does not see are passed over, so this tells nothing of them. */
export async function rememberRecords(
  ctx: ActorContext,
  providers: Providers,
  { records }: RecentInput,
): Promise<{ changed: number }> {
  const latest = new Map(records.map(({ entity, id }, at) => [`${entity} ${id}`, { entity, entity_id: id, at }]));
  const visible = await nameRecords(ctx, providers, [...latest.values()]);
  const seen = [...latest.values()].filter((each) => visible.has(keyOf(each)));
  if (seen.length === 0) return { changed: 0 };
  const now = ctx.platform.clock().getTime();
  await ctx.db
    .insertInto('core.recent_records')
    // A millisecond apart, so that the order of the call is the order of the list.
    .values(seen.map(({ entity, entity_id, at }) => ({ entity, entity_id, opened_at: new Date(now + at) })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id', 'entity', 'entity_id'])
        .doUpdateSet((eb) => ({ opened_at: eb.ref('excluded.opened_at') })),
    )
    .execute();
  await forgetOldest(ctx);
  return { changed: seen.length };
}

async function forgetOldest(ctx: ActorContext): Promise<void> {
  const beyond = await ownRecent(ctx)
    .select('opened_at')
    .orderBy('opened_at', 'desc')
    .offset(RECENT_MAX)
    .limit(1)
    .executeTakeFirst();
  if (!beyond) return;
  await ctx.db
    .deleteFrom('core.recent_records')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId)
    .where('opened_at', '<=', beyond.opened_at)
    .execute();
}

function ownRecent(ctx: ActorContext) {
  return ctx.db
    .selectFrom('core.recent_records')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('user_id', '=', ctx.actor.userId);
}

const keyOf = ({ entity, entity_id }: Opened): string => `${entity} ${entity_id}`;

/** The names under the reader's own policies, so a list of ids never shows more than the records' pages would. */
async function nameRecords(ctx: ActorContext, providers: Providers, opened: readonly Opened[]) {
  const named = await Promise.all(
    allowedOf(ctx, providers).map(async ({ entity, named: name }) => {
      const ids = opened.filter((each) => each.entity === entity).map((each) => each.entity_id);
      return ids.length === 0 ? [] : (await name(ctx, ids)).map((hit) => hitOf(entity, hit));
    }),
  );
  return new Map(named.flat().map((hit) => [`${hit.entity} ${hit.id}`, hit]));
}
