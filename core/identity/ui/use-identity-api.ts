'use client';
import { useApi } from '@aura/api/client';
import type { authRouter } from '../auth.router.ts';
import type { apiKeyRouter, meRouter } from '../me.router.ts';

export function useIdentityApi() {
  return useApi<{ auth: typeof authRouter; me: typeof meRouter; apiKeys: typeof apiKeyRouter }>();
}
