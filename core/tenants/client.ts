'use client';
import { useApi } from '@aura/api/client';
import type { signUpRouter, workspaceRouter } from './tenant.router.ts';

export type { SignUpOutput, WorkspaceOutput } from './tenant.schema.ts';

export function useTenantsApi() {
  return useApi<{ signUp: typeof signUpRouter; workspace: typeof workspaceRouter }>();
}

export { SignUpScreen } from './ui/sign-up-screen.tsx';
export { WorkspaceFinder } from './ui/workspace-finder.tsx';
export { WorkspaceScreen } from './ui/workspace-screen.tsx';
