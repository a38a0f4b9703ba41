import { dashboardFirstLook } from '@aura/dashboard';
import { DashboardScreen } from '@aura/dashboard/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { requireVisitor } from '../../../../../shell/door.ts';
import { FirstLook, type PageProps } from '../../../../../shell/first-look.tsx';
import { todayHere } from '../../../../../shell/today.ts';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage({ searchParams }: PageProps): Promise<ReactNode> {
  const { actor } = await requireVisitor();
  const questions = dashboardFirstLook(actor, await todayHere());
  return (
    <FirstLook questions={questions} searchParams={searchParams}>
      <DashboardScreen isRep={actor.role === 'sales_rep'} />
    </FirstLook>
  );
}
