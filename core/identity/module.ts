import { defineModule, EVERYONE } from '@aura/kernel';
import { authRouter } from './auth.router.ts';

export const identityModule = defineModule({
  id: 'identity',
  dependsOn: [],
  permissions: {
    'me:read': EVERYONE,
    'me:update': EVERYONE,
    'api_key:manage': EVERYONE,
  },
  routers: { auth: authRouter },
});
