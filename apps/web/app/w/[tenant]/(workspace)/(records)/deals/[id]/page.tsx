import { DealScreen } from '@aura/deals/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { titleOf } from '../../../../../../../shell/page-api.ts';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const name = await titleOf('deals', id, 'Deal');
  return { title: `${name} · Deals` };
}

export default async function DealPage({ params }: Props): Promise<ReactNode> {
  return <DealScreen id={(await params).id} />;
}
