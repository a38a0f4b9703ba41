import { procedure, router } from '@aura/api';
import { listRecent, rememberRecords } from './recent.service.ts';
import { recentChangeOutput, recentInput, recentOutput } from './search.schema.ts';
import type { SearchProvider } from './search-provider.ts';

/** What a person opened lately; theirs alone. */
export function createRecentRouter(providers: readonly SearchProvider[]) {
  return router({
    list: procedure('recent_record:read')
      .meta({ rest: { method: 'GET', path: '/me/recent-records', summary: 'The records I opened last' } })
      .output(recentOutput)
      .query(({ ctx }) => listRecent(ctx, providers)),
    remember: procedure('recent_record:update')
      .meta({ rest: { method: 'POST', path: '/me/recent-records', summary: 'Remember records that I opened' } })
      .input(recentInput)
      .output(recentChangeOutput)
      .mutation(({ ctx, input }) => rememberRecords(ctx, providers, input)),
  });
}
