import { AccessScreen } from '@aura/access/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Who sees what' };

export default function AccessPage(): ReactNode {
  return <AccessScreen />;
}
