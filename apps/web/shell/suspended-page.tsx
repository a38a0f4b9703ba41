import type { ReactNode } from 'react';
import { NoticePage } from './notice-page.tsx';

/** All that a suspended workspace shows, signed in or not. */
export function SuspendedPage({ name }: { name: string }): ReactNode {
  return (
    <NoticePage title={`${name} is suspended`}>
      <p>Nobody can sign in or change anything for now. All records are kept as they are.</p>
      <p>
        If you are an administrator, the reason was sent to your e-mail address. Answer that message to have the
        workspace opened again, or to ask for an export of your data, which stays yours.
      </p>
    </NoticePage>
  );
}
