import { EscalationsScreen } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Escalations' };

export default function EscalationsPage(): ReactNode {
  return <EscalationsScreen />;
}
