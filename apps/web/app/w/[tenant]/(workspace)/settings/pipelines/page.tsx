import { PipelinesScreen } from '@aura/pipelines/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Pipelines' };

export default function PipelinesPage(): ReactNode {
  return <PipelinesScreen />;
}
