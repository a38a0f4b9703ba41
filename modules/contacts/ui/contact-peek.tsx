'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { type Peek, peekState } from '@aura/api/peek';
import { useMe } from '@aura/identity/client';
import { EditConflict } from '@aura/members/client';
import { PeekPanel } from '@aura/ui/peek-panel';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { ContactDetails } from './contact-details.tsx';
import { contactLabels, contactNames } from './contact-labels.ts';
import { contactPath } from './contact-paths.ts';
import { useContact, useContactChanges, useContactEdit } from './use-contact.ts';

/** A contact beside the list. */
export function ContactPeek({ peek: { id, close } }: { peek: Peek }): ReactNode {
  return id ? <OpenPeek key={id} id={id} onClose={close} /> : null;
}

function OpenPeek({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const query = useContact(id);
  const { data, refetch } = query;
  return (
    <PeekPanel
      noun="contact"
      title={data?.name}
      description={data ? [data.title, data.organizationName].filter(Boolean).join(' · ') : null}
      href={contactPath(id)}
      state={peekState(query)}
      onRetry={() => void refetch()}
      onClose={onClose}
    >
      {data ? <Parts contact={data} /> : null}
    </PeekPanel>
  );
}

function Parts({ contact }: { contact: Contact }): ReactNode {
  const edit = useContactEdit(contact);
  const changes = useContactChanges(contact.id);
  const canLog = useMe()?.permissions.includes('activity:create') === true && !contact.deletedAt;
  return (
    <>
      <EditConflict edit={edit} labels={contactLabels} names={contactNames} />
      {canLog ? <QuickLog contactId={contact.id} /> : null}
      <ContactDetails contact={contact} save={edit.save} />
      <ActivityTimeline contactId={contact.id} changes={changes} />
    </>
  );
}
