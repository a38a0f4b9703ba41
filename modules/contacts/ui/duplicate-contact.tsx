import { apiFailure } from '@aura/api/client';
import type { FormError } from '@aura/ui/form-error-summary';
import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';
import { contactPath } from './contact-paths.ts';

export type KnownContact = { id: string; name: string };

/** The contact that already has the address, when the person may see it. */
export function duplicateOf(error: unknown): KnownContact | null {
  const { reason, current } = apiFailure(error);
  if (reason !== 'duplicate_email' || typeof current !== 'object' || current === null) return null;
  const { id, name } = current as Partial<KnownContact>;
  return id && name ? { id, name } : null;
}

/** "Jo Lee already has jo@acme.com", as an error of the e-mail field; null when it is another refusal. */
export function duplicateError(error: unknown, email: string): FormError | null {
  if (apiFailure(error).reason !== 'duplicate_email') return null;
  const known = duplicateOf(error);
  return {
    field: 'email',
    message: known ? `${known.name} already has ${email}` : `Another contact already has ${email}`,
  };
}

/** Leads to the contact that is already there. */
export function DuplicateLink({ known }: { known: KnownContact }): ReactNode {
  return (
    <p>
      <Link href={contactPath(known.id)} className="text-link">
        Open {known.name}
      </Link>{' '}
      to change that contact instead.
    </p>
  );
}
