'use client';

import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

/** Lets the few style elements that parts bring with them pass a content security policy with a nonce. */
export function StyleNonce({ nonce, children }: { nonce: string | undefined; children: ReactNode }): ReactNode {
  return <CSPProvider nonce={nonce}>{children}</CSPProvider>;
}
