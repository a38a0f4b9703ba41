import { DashboardScreen } from '@aura/dashboard/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireVisitor } from '../../../../../shell/door.ts';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage(): Promise<ReactNode> {
  const { actor } = await requireVisitor();
  return <DashboardScreen isRep={actor.role === 'sales_rep'} />;
}
