import { SecurityScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Security' };

export default function SecurityPage(): ReactNode {
  return <SecurityScreen />;
}
