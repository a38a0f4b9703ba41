import { defineModule, EVERYONE } from '@aura/kernel';
import { createRecentRouter } from './recent.router.ts';
import { createSearchRouter } from './search.router.ts';
import type { SearchProvider } from './search-provider.ts';

/** Made by the registry with the providers of the installed modules. */
export function createSearchModule(providers: readonly SearchProvider[]) {
  return defineModule({
    id: 'search',
    dependsOn: [],
    permissions: { 'search:read': EVERYONE, 'recent_record:read': EVERYONE, 'recent_record:update': EVERYONE },
    routers: { search: createSearchRouter(providers), recent: createRecentRouter(providers) },
  });
}
