import { ImportJobScreen } from '@aura/exchange/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { titleOf } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const name = await titleOf('imports', id, `Import ${id.slice(-6)}`);
  return { title: `${name} · Import` };
}

export default async function ImportJobPage({ params }: Props): Promise<ReactNode> {
  return <ImportJobScreen id={(await params).id} />;
}
