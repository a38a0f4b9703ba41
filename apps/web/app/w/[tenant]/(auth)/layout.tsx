import { ApiProvider } from '@aura/api/client';
import { SkipLinks } from '@aura/ui/skip-links';
import type { ReactNode } from 'react';
import { AuthFrame } from '../../../../shell/auth-frame.tsx';

/** The pages before signing in. Their API is nobody's: nothing of a person may be in its memory. */
export default function AuthLayout({ children }: { children: ReactNode }): ReactNode {
  return (
    <ApiProvider scope="signed-out">
      <SkipLinks />
      <AuthFrame>{children}</AuthFrame>
    </ApiProvider>
  );
}
