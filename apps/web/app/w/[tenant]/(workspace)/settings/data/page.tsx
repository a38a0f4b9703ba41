import { ExportsScreen } from '@aura/exchange/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Data' };

export default function DataPage(): ReactNode {
  return <ExportsScreen />;
}
