'use client';

import { FocusKeeper } from '@aura/ui/focus-keeper';
import { LinkProvider } from '@aura/ui/link';
import { StyleNonce } from '@aura/ui/style-nonce';
import NextLink from 'next/link';
import type { ReactNode } from 'react';

/** What every page stands in, the site's too: the router below the design system's links, and the nonce. */
export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }): ReactNode {
  return (
    <StyleNonce nonce={nonce}>
      <LinkProvider component={NextLink}>{children}</LinkProvider>
      <FocusKeeper />
    </StyleNonce>
  );
}
