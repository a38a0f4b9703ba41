import { ApiProvider } from '@aura/api/client';
import { currentTerms } from '@aura/tenants';
import { SignUpScreen } from '@aura/tenants/entrance';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readRootDomain } from '../../../server/env.ts';
import { firstOf, type SearchParams } from '../../../shell/search-params.ts';
import { Narrow } from '../_frame/narrow.tsx';

export const metadata: Metadata = {
  title: 'Start free',
  description: 'Make a workspace for your team in two minutes.',
};

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }): Promise<ReactNode> {
  const { version, text } = currentTerms();
  const company = firstOf((await searchParams)['company'])?.slice(0, 200) ?? '';
  return (
    <ApiProvider scope="site">
      <Narrow>
        <SignUpScreen rootDomain={readRootDomain()} terms={{ version, text }} initialCompany={company} />
      </Narrow>
    </ApiProvider>
  );
}
