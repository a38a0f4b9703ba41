import { boardFirstLook } from '@aura/deals';
import { DealsScreen } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { FirstLook, type PageProps } from '../../../../../shell/first-look.tsx';

export const metadata: Metadata = { title: 'Deals' };

export default function DealsPage({ searchParams }: PageProps): ReactNode {
  return (
    <FirstLook questions={boardFirstLook} searchParams={searchParams}>
      <DealsScreen />
    </FirstLook>
  );
}
