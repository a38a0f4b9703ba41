import { defineModule, EVERYONE } from '@aura/kernel';
import { createSearchRouter } from './search.router.ts';
import type { SearchProvider } from './search-provider.ts';

/** Made by the registry with the providers of the installed modules. */
export function createSearchModule(providers: readonly SearchProvider[]) {
  return defineModule({
    id: 'search',
    dependsOn: [],
    permissions: { 'search:read': EVERYONE },
    routers: { search: createSearchRouter(providers) },
  });
}
