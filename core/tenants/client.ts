'use client';

export type { SignUpOutput, WorkspaceOutput } from './tenant.schema.ts';
export { SignUpScreen } from './ui/sign-up-screen.tsx';
export { useTenantsApi } from './ui/use-tenants-api.ts';
export { WorkspaceFinder } from './ui/workspace-finder.tsx';
export { WorkspaceScreen } from './ui/workspace-screen.tsx';
