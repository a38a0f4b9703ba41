'use client';

import { useSettled } from '@aura/api/list-state';
import { Banner } from '@aura/ui/banner';
import { Link } from '@aura/ui/link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import type { ContactLike, LikeContact } from '../contact-duplicate.schema.ts';
import type { Likeness } from '../contact-likeness.ts';
import { contactPath, mergePath } from './contact-paths.ts';
import { NotSameButton } from './not-same-button.tsx';
import { useContactDistinction } from './use-contact-distinction.ts';
import { useContactDuplicatesApi } from './use-contacts-api.ts';

const words: Readonly<Record<Likeness, string>> = {
  email: 'same e-mail',
  phone: 'same phone number',
  name: 'same or a similar name',
};

function useLikeContacts(typed: ContactLike): readonly LikeContact[] {
  // One pause for all fields; each is asked as soon as it says something.
  const settled = useSettled(JSON.stringify(askable(typed)));
  const asked = JSON.parse(settled) as ContactLike;
  const isAsking = Boolean(asked.firstName || asked.lastName || asked.email || asked.phone);
  const { data } = useQuery(
    useContactDuplicatesApi().like.queryOptions(asked, { enabled: isAsking, placeholderData: keepPreviousData }),
  );
  return isAsking ? (data?.items ?? []) : [];
}

function askable({ email = '', ...typed }: ContactLike): ContactLike {
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
  return Object.fromEntries(
    Object.entries({ ...typed, ...(isAddress ? { email: email.trim() } : {}) }).filter(([, value]) => value),
  );
}

/** While somebody types: who may be the same person already. It warns; adding two of a name stays possible. */
export function LikeContacts({ typed }: { typed: ContactLike }): ReactNode {
  const found = useLikeContacts(typed);
  return (
    <div role="status" className="empty:-mt-5">
      {found.length > 0 ? (
        <Banner
          tone="warn"
          title={found.length === 1 ? 'This may be someone you have already' : 'These may be the same person'}
        >
          <LikeList found={found} />
        </Banner>
      ) : null}
    </div>
  );
}

/** On a contact's page: who may be the same person, and the way to make one of two. */
export function LikelyTwins({ contact }: { contact: Contact }): ReactNode {
  const { id, firstName, lastName, email, phone, organizationId } = contact;
  const named = { firstName: firstName ?? '', lastName: lastName ?? '', email: email ?? '', phone: phone ?? '' };
  const found = useLikeContacts({ ...named, ...(organizationId ? { organizationId } : {}), exceptId: id });
  const distinction = useContactDistinction(id);
  if (found.length === 0 || contact.deletedAt) return null;
  return (
    <div className="pb-4">
      <Banner tone="info" title="There may be a second contact for this person">
        <LikeList found={found} twin={{ contact, distinction }} />
      </Banner>
    </div>
  );
}

type Twin = { contact: Contact; distinction: ReturnType<typeof useContactDistinction> };

function LikeList({ found, twin }: { found: readonly LikeContact[]; twin?: Twin }): ReactNode {
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {found.map((contact) => (
        <li key={contact.id} className="wrap-anywhere">
          <Link href={contactPath(contact.id)} className="text-link">
            {contact.name}
          </Link>
          {contact.organizationName ? `, ${contact.organizationName}` : ''}
          {twin?.distinction.told.includes(contact.id) ? (
            <span className="text-muted">: not the same person</span>
          ) : (
            <>
              <span className="text-muted">: {contact.reasons.map((reason) => words[reason]).join(', ')}</span>
              {twin?.contact.abilities.merge ? <MergeLink into={twin.contact.id} contact={contact} /> : null}
            </>
          )}
          {twin ? <NotSameButton contact={contact} than={twin.contact.name} distinction={twin.distinction} /> : null}
        </li>
      ))}
    </ul>
  );
}

function MergeLink({ into, contact }: { into: string; contact: LikeContact }): ReactNode {
  return (
    <>
      {' · '}
      <Link href={mergePath(into, contact.id)} className="text-link">
        Compare<span className="sr-only"> with {contact.name}</span> and merge
      </Link>
    </>
  );
}
