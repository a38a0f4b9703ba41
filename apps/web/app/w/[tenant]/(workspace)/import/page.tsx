import { ImportScreen } from '@aura/exchange/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Import' };

export default function ImportPage(): ReactNode {
  return <ImportScreen />;
}
