import { DealsScreen } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Deals' };

export default function DealsPage(): ReactNode {
  return <DealsScreen />;
}
