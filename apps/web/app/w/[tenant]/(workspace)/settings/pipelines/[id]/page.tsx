import { PipelineSettings } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Stages · Pipelines' };

type Props = { params: Promise<{ id: string }> };

export default async function PipelinePage({ params }: Props): Promise<ReactNode> {
  return <PipelineSettings id={(await params).id} />;
}
