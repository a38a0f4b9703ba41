'use client';

import { NarrowGuess } from '@aura/ui/use-narrow';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';

type WorkspaceProvidersProps = { isPhone: boolean; children: ReactNode };

/** What working pages need besides: state in the address. A visitor of the site need not load them. */
export function WorkspaceProviders({ isPhone, children }: WorkspaceProvidersProps): ReactNode {
  return (
    <NuqsAdapter>
      <NarrowGuess value={isPhone}>{children}</NarrowGuess>
    </NuqsAdapter>
  );
}
