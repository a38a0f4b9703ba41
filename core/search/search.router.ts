import { procedure, router } from '@aura/api';
import {
  searchCountInput,
  searchCountOutput,
  searchInput,
  searchOutput,
  searchPageInput,
  searchPageOutput,
} from './search.schema.ts';
import { countHits, searchAll, searchPage } from './search.service.ts';
import type { SearchProvider } from './search-provider.ts';

/** The search across records: the composition passes what the modules offer, in the order in which it is shown. */
export function createSearchRouter(providers: readonly SearchProvider[]) {
  return router({
    all: procedure('search:read')
      .meta({ rest: { method: 'GET', path: '/search', summary: 'Search across records' } })
      .input(searchInput)
      .output(searchOutput)
      .query(({ ctx, input }) => searchAll(ctx, providers, input)),
    page: procedure('search:read')
      .meta({ rest: { method: 'GET', path: '/search/hits', summary: 'All hits of one kind of record' } })
      .input(searchPageInput)
      .output(searchPageOutput)
      .query(({ ctx, input }) => searchPage(ctx, providers, input)),
    counts: procedure('search:read')
      .meta({ rest: { method: 'GET', path: '/search/counts', summary: 'How many records of each kind match' } })
      .input(searchCountInput)
      .output(searchCountOutput)
      .query(({ ctx, input }) => countHits(ctx, providers, input.q)),
  });
}
