import { WorkspaceScreen } from '@aura/tenants/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Workspace' };

export default function WorkspacePage(): ReactNode {
  return <WorkspaceScreen />;
}
