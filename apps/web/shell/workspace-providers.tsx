'use client';

import { TooltipProvider } from '@aura/ui/tooltip';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';

/** What working pages need besides: state in the address, and tooltips. A visitor of the site need not load them. */
export function WorkspaceProviders({ children }: { children: ReactNode }): ReactNode {
  return (
    <NuqsAdapter>
      <TooltipProvider>{children}</TooltipProvider>
    </NuqsAdapter>
  );
}
