'use client';

import { NarrowGuess } from '@aura/ui/use-narrow';
import { WholeText } from '@aura/ui/whole-text';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';

type WorkspaceProvidersProps = { isPhone: boolean; children: ReactNode };

/**
 * What working pages need besides: state in the address, and a way to read what is cut short. A visitor of the site
 * need not load them.
 */
export function WorkspaceProviders({ isPhone, children }: WorkspaceProvidersProps): ReactNode {
  return (
    <NuqsAdapter>
      <NarrowGuess value={isPhone}>{children}</NarrowGuess>
      <WholeText />
    </NuqsAdapter>
  );
}
