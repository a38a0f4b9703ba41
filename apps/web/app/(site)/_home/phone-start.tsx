import { LinkButton } from '@aura/ui/link-button';
import type { ReactNode } from 'react';

/** On a phone the page is long: the way in comes again after each part. */
export function PhoneStart(): ReactNode {
  return (
    <div className="border-b border-line px-4 py-8 sm:hidden">
      <LinkButton href="/signup" prefetch={false} variant="primary" size="lg" className="w-full">
        Start free
      </LinkButton>
    </div>
  );
}
