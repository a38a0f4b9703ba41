import { HandoffScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Opening your workspace', referrer: 'no-referrer' };

export default async function HandoffPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  return <HandoffScreen code={firstOf((await searchParams)['code']) ?? ''} />;
}
