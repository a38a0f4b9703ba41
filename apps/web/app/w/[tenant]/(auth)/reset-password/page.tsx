import { ResetPasswordScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  return <ResetPasswordScreen token={firstOf((await searchParams)['token']) ?? ''} />;
}
