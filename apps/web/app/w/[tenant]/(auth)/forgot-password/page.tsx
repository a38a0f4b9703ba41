import { ForgotPasswordScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { firstOf, type SearchParams } from '../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Forgot password', referrer: 'no-referrer' };

export default async function ForgotPasswordPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  return <ForgotPasswordScreen initialEmail={firstOf((await searchParams)['email']) ?? ''} />;
}
