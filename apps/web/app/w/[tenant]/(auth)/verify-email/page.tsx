import { VerifyEmailScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Confirm your e-mail address', referrer: 'no-referrer' };

export default async function VerifyEmailPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  return <VerifyEmailScreen token={firstOf((await searchParams)['token']) ?? ''} />;
}
