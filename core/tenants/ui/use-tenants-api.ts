'use client';
import { useApi } from '@aura/api/client';
import type { signInRouter, signUpRouter, workspaceRouter } from '../tenant.router.ts';

export function useTenantsApi() {
  return useApi<{
    signIn: typeof signInRouter;
    signUp: typeof signUpRouter;
    workspace: typeof workspaceRouter;
  }>();
}
