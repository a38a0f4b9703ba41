'use client';
import { useApi } from '@aura/api/client';
import type { signUpRouter, workspaceRouter } from '../tenant.router.ts';

export function useTenantsApi() {
  return useApi<{ signUp: typeof signUpRouter; workspace: typeof workspaceRouter }>();
}
