import { type ActorContext, procedure, router } from '@aura/api';
import { can } from '@aura/kernel';
import { type SearchResult, searchInput, searchOutput } from './search.schema.ts';
import type { SearchProvider } from './search-provider.ts';

/** The search across records: the composition passes what the modules offer, in the order in which it is shown. */
export function createSearchRouter(providers: readonly SearchProvider[]) {
  return router({
    all: procedure('search:read')
      .meta({ rest: { method: 'GET', path: '/search', summary: 'Search across records' } })
      .input(searchInput)
      .output(searchOutput)
      .query(({ ctx, input }) => searchAll(ctx, providers, input)),
  });
}

async function searchAll(
  ctx: ActorContext,
  providers: readonly SearchProvider[],
  query: { q: string; limit: number },
): Promise<SearchResult> {
  const allowed = providers.filter(({ permission }) => can(ctx.actor, permission));
  const found = await Promise.all(
    allowed.map(async ({ entity, find }) =>
      (await find(ctx, query)).map(({ id, title, subtitle }) => ({ id, entity, title, subtitle })),
    ),
  );
  return { items: found.flat() };
}
