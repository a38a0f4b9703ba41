'use client';
import { useApi } from '@aura/api/client';
import type { authRouter } from './auth.router.ts';

export function useIdentityApi() {
  return useApi<{ auth: typeof authRouter }>();
}
