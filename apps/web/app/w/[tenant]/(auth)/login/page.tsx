import { SignInScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { openDoor, readVisit, siteOrigin } from '../../../../../shell/door.ts';
import { firstOf, type SearchParams } from '../../../../../shell/search-params.ts';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LoginPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  const door = await openDoor();
  if (door.kind !== 'open') notFound();
  if ((await readVisit()).kind === 'signed-in') redirect('/');
  const next = firstOf((await searchParams)['next']);
  return <SignInScreen workspaceName={door.tenant.name} next={next} siteLoginUrl={`${siteOrigin()}/login`} />;
}
