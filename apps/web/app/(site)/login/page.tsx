import { ApiProvider } from '@aura/api/client';
import { WorkspaceFinder } from '@aura/tenants/entrance';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { readRootDomain } from '../../../server/env.ts';
import { Narrow } from '../_frame/narrow.tsx';

export const metadata: Metadata = { title: 'Find your workspace' };

export default function FinderPage(): ReactNode {
  return (
    <ApiProvider scope="site">
      <Narrow>
        <WorkspaceFinder rootDomain={readRootDomain()} />
      </Narrow>
    </ApiProvider>
  );
}
