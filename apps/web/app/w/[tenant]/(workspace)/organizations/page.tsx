import { OrganizationListScreen } from '@aura/organizations/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Organizations' };

export default function OrganizationsPage(): ReactNode {
  return <OrganizationListScreen />;
}
