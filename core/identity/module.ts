import { defineModule, EVERYONE } from '@aura/kernel';
import { authRouter } from './auth.router.ts';
import { apiKeyRouter, meRouter } from './me.router.ts';

export const identityModule = defineModule({
  id: 'identity',
  dependsOn: [],
  permissions: {
    'me:read': EVERYONE,
    'me:update': EVERYONE,
    'api_key:manage': EVERYONE,
  },
  routers: { auth: authRouter, me: meRouter, apiKeys: apiKeyRouter },
});
