'use client';

import { apiFailure } from '@aura/api/client';
import { useMe } from '@aura/identity/client';
import { Avatar } from '@aura/ui/avatar';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { useQuery } from '@tanstack/react-query';
import { Phone, Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../contact.schema.ts';
import { ContactSheet } from './contact-form.tsx';
import { contactPath, contactsPath, phoneHref } from './contact-paths.ts';
import { useContactsApi } from './use-contacts-api.ts';

const SHOWN_MAX = 6;

/** The people of an organization, for its page. */
export function OrganizationContacts({ organizationId }: { organizationId: string }): ReactNode {
  const [isAdding, setAdding] = useState(false);
  const query = useQuery(useContactsApi().list.queryOptions({ organizationId, limit: SHOWN_MAX, sort: 'name' }));
  const canAdd = useMe()?.permissions.includes('contact:create') === true;
  const { data } = query;
  const organizationName = data?.items[0]?.organizationName;
  return (
    <Panel
      title="Contacts"
      note={data?.total.toLocaleString('en-US')}
      status={data ? 'ready' : query.isError ? 'error' : 'loading'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
      loadingLines={3}
      actions={
        canAdd ? (
          <IconButton size="sm" label="Add a contact" icon={<Plus aria-hidden />} onClick={() => setAdding(true)} />
        ) : null
      }
    >
      {data?.items.length === 0 ? <p className="text-muted">No contacts here that you can see.</p> : null}
      <ul className="-my-1 flex flex-col">
        {data?.items.map((contact) => (
          <Person key={contact.id} contact={contact} />
        ))}
      </ul>
      {data && data.total > data.items.length ? (
        <Link href={`${contactsPath}?organizationId=${organizationId}`} className="mt-2 inline-block min-h-6 text-link">
          Show all {data.total.toLocaleString('en-US')}
        </Link>
      ) : null}
      <ContactSheet
        open={isAdding}
        onOpenChange={setAdding}
        onCreated={() => setAdding(false)}
        organization={{ id: organizationId, name: organizationName ?? 'This organization' }}
      />
    </Panel>
  );
}

function Person({ contact }: { contact: Contact }): ReactNode {
  return (
    <li className="flex items-center gap-3 py-1.5">
      <Avatar name={contact.name} />
      <span className="min-w-0 flex-1">
        <Link href={contactPath(contact.id)} className="block truncate font-medium underline-offset-3 hover:underline">
          {contact.name}
        </Link>
        {contact.title ? <span className="block truncate text-small text-muted">{contact.title}</span> : null}
      </span>
      {contact.phone ? (
        <a
          href={phoneHref(contact.phone)}
          aria-label={`Call ${contact.name} at ${contact.phone}`}
          className="grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <Phone aria-hidden className="size-4" />
        </a>
      ) : null}
    </li>
  );
}
