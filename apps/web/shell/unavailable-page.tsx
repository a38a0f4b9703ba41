import type { ReactNode } from 'react';
import { NoticePage } from './notice-page.tsx';
import { ReloadButton } from './reload-button.tsx';

/** The database does not answer. Nothing was lost, and trying again is all there is to do. */
export function UnavailablePage(): ReactNode {
  return (
    <NoticePage title="Aura can't reach its database right now" action={<ReloadButton />}>
      <p>This is on our side and usually takes a few seconds. What you had saved is safe.</p>
    </NoticePage>
  );
}
