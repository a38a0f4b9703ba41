import { AcceptInvitationScreen } from '@aura/members/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Accept invitation', referrer: 'no-referrer' };

export default async function AcceptInvitePage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  return <AcceptInvitationScreen token={firstOf((await searchParams)['token']) ?? ''} />;
}
