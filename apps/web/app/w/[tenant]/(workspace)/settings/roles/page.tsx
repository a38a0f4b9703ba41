import { RolesScreen } from '@aura/members/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Roles' };

export default function RolesPage(): ReactNode {
  return <RolesScreen />;
}
