import type { ActorContext } from '@aura/api';
import { AppError, can, type Page } from '@aura/kernel';
import type { Hit, SearchCounts, SearchPageInput, SearchResult } from './search.schema.ts';
import type { SearchHit, SearchProvider } from './search-provider.ts';

type Providers = readonly SearchProvider[];

export const allowedOf = (ctx: ActorContext, providers: Providers): Providers =>
  providers.filter(({ permission }) => can(ctx.actor, permission));

export const hitOf = (entity: string, { id, title, subtitle }: SearchHit): Hit => ({ id, entity, title, subtitle });

/** The first hits of every kind that the person may read, in the order in which the kinds are shown. */
export async function searchAll(
  ctx: ActorContext,
  providers: Providers,
  query: { q: string; limit: number },
): Promise<SearchResult> {
  const found = await Promise.all(
    allowedOf(ctx, providers).map(async ({ entity, find }) =>
      (await find(ctx, query)).map((hit) => hitOf(entity, hit)),
    ),
  );
  return { items: found.flat() };
}

/** All hits of one kind, page by page. Throws invalid for a kind that is not searched, forbidden for one not allowed. */
export async function searchPage(
  ctx: ActorContext,
  providers: Providers,
  { entity, ...query }: SearchPageInput,
): Promise<Page<Hit>> {
  const provider = providers.find((each) => each.entity === entity);
  if (!provider) {
    const known = providers.map((each) => each.entity).join(', ');
    throw new AppError('invalid', { reason: 'unknown_entity', field: 'entity', detail: `Use one of: ${known}` });
  }
  if (!can(ctx.actor, provider.permission)) {
    throw new AppError('forbidden', { detail: `You do not have the permission ${provider.permission}` });
  }
  const page = await provider.page(ctx, query);
  return { ...page, items: page.items.map((hit) => hitOf(entity, hit)) };
}

/** How many records of each kind match. */
export async function countHits(ctx: ActorContext, providers: Providers, q: string): Promise<SearchCounts> {
  const items = await Promise.all(
    allowedOf(ctx, providers).map(async ({ entity, page }) => {
      const { total, totalIsEstimate = false } = await page(ctx, { q, limit: 1 });
      return { entity, total, totalIsEstimate };
    }),
  );
  return { items };
}
