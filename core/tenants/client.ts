'use client';

export type { SignUpOutput, WorkspaceOutput } from './tenant.schema.ts';
export { useTenantsApi } from './ui/use-tenants-api.ts';
export { WorkspaceScreen } from './ui/workspace-screen.tsx';
