'use client';

import { LinkProvider } from '@aura/ui/link';
import { StyleNonce } from '@aura/ui/style-nonce';
import { TooltipProvider } from '@aura/ui/tooltip';
import NextLink from 'next/link';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';

/** What every page stands in: the router below the design system's links, its state in the address, the nonce. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }): ReactNode {
  return (
    <StyleNonce nonce={nonce}>
      <LinkProvider component={NextLink}>
        <NuqsAdapter>
          <TooltipProvider>{children}</TooltipProvider>
        </NuqsAdapter>
      </LinkProvider>
    </StyleNonce>
  );
}
