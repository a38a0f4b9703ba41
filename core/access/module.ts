import { ADMINS, defineModule } from '@aura/kernel';
import { createAccessRouter } from './access.router.ts';
import type { AccessProvider } from './access-provider.ts';

/** Made by the registry with the providers of the installed modules. */
export function createAccessModule(providers: readonly AccessProvider[]) {
  return defineModule({
    id: 'access',
    dependsOn: ['members'],
    permissions: { 'access:explain': ADMINS },
    routers: { access: createAccessRouter(providers) },
  });
}
