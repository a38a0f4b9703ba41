import { ImportJobScreen } from '@aura/exchange/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Import ${(await params).id.slice(-6)} · Import` };
}

export default async function ImportJobPage({ params }: Props): Promise<ReactNode> {
  return <ImportJobScreen id={(await params).id} />;
}
