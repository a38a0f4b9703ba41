import { Button } from '@aura/ui/button';
import type { ReactNode } from 'react';
import type { useContactDistinction } from './use-contact-distinction.ts';

type ButtonProps = {
  contact: { id: string; name: string };
  /** What the other of the two is called. */
  than: string;
  distinction: ReturnType<typeof useContactDistinction>;
};

/** One button that says it and takes it back, so that the focus stays where it is. */
export function NotSameButton({ contact, than, distinction: { told, isBusy, toggle } }: ButtonProps): ReactNode {
  return (
    <Button size="sm" variant="ghost" disabled={isBusy} onClick={() => toggle(contact)}>
      {told.includes(contact.id) ? 'Undo' : 'Not the same person'}
      <span className="sr-only">
        : {contact.name} and {than}
      </span>
    </Button>
  );
}
