'use client';

import { ActivityTimeline, QuickLog } from '@aura/activities/client';
import { apiFailure } from '@aura/api/client';
import { useMe } from '@aura/identity/client';
import { EditConflict } from '@aura/members/client';
import { organizationPath } from '@aura/organizations/client';
import { Badge } from '@aura/ui/badge';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { Panel } from '@aura/ui/panel';
import { RecordHead } from '@aura/ui/record-frame';
import { RecordLayout, recordTabs } from '@aura/ui/record-layout';
import { RecordMissing } from '@aura/ui/record-missing';
import { SkeletonRecord, SkeletonRegion } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Phone, Siren } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { type ReactNode, useEffect } from 'react';
import type { Contact } from '../contact.schema.ts';
import { useContactActions } from './contact-actions.tsx';
import { ContactDetails } from './contact-details.tsx';
import { contactLabels, contactNames } from './contact-labels.ts';
import { contactPath, contactsPath, phoneHref } from './contact-paths.ts';
import { LikelyTwins } from './like-contacts.tsx';
import { UndoMerge } from './undo-merge.tsx';
import { type ContactEdit, useContact, useContactChanges, useContactEdit } from './use-contact.ts';
import { useContactPalette } from './use-contact-palette.tsx';
import { useContactsApi } from './use-contacts-api.ts';

export type ContactScreenProps = {
  id: string;
  /** What other modules show beside a contact, such as its deals. */
  related?: ReactNode;
};

/** Everything about one contact, and what can be done about them without leaving. */
export function ContactScreen({ id, related }: ContactScreenProps): ReactNode {
  const query = useContact(id);
  const isLeaving = useWayToWinner(query.data?.mergedIntoId ?? null);
  if (query.data && !isLeaving) return <ContactRecord contact={query.data} related={related} />;
  if (query.isError) {
    const { status, requestId } = apiFailure(query.error);
    if (status === 404 || status === 422)
      return <RecordMissing noun="contact" href={contactsPath} listName="All contacts" />;
    return <Panel title="Contact" status="error" onRetry={() => void query.refetch()} reference={requestId} />;
  }
  return (
    <SkeletonRegion label="Loading the contact">
      <SkeletonRecord />
    </SkeletonRegion>
  );
}

/** Whoever comes to a merged contact is led to the one that stands for it, if they see that. True while on the way. */
function useWayToWinner(winnerId: string | null): boolean {
  const { data, isPending } = useQuery(
    useContactsApi().get.queryOptions({ id: winnerId ?? '' }, { enabled: winnerId !== null, retry: false }),
  );
  useEffect(() => {
    if (data) location.replace(contactPath(data.id));
  }, [data]);
  return winnerId !== null && (isPending || data !== undefined);
}

function ContactRecord({ contact, related }: { contact: Contact; related: ReactNode }): ReactNode {
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(recordTabs).withDefault('timeline'));
  const edit = useContactEdit(contact);
  const changes = useContactChanges(contact.id);
  useContactPalette(contact, edit);
  const canLog = useMe()?.permissions.includes('activity:create') === true && !contact.deletedAt;
  return (
    <>
      <Head contact={contact} edit={edit} />
      <EditConflict edit={edit} labels={contactLabels} names={contactNames} />
      <LikelyTwins contact={contact} />
      <RecordLayout
        tab={tab}
        onTabChange={(next) => void setTab(next)}
        details={<ContactDetails contact={contact} save={edit.save} />}
        timeline={
          <>
            {canLog ? <QuickLog contactId={contact.id} /> : null}
            <ActivityTimeline
              contactId={contact.id}
              changes={changes}
              changeAction={(entry) => <UndoMerge contactId={contact.id} entry={entry} />}
            />
          </>
        }
        related={related}
      />
    </>
  );
}

function Head({ contact, edit }: { contact: Contact; edit: ContactEdit }): ReactNode {
  const { abilities, phone, organizationId } = contact;
  const { menu, dialogs } = useContactActions(contact);
  return (
    <>
      <RecordHead
        record={{ id: contact.id, name: contact.name, isArchived: contact.deletedAt !== null }}
        noun="contact"
        title={contact.name}
        status={contact.escalatedAt ? <Escalated /> : null}
        menu={menu}
        breadcrumb={[{ label: 'Contacts', href: contactsPath }]}
        subtitle={
          contact.title || organizationId ? (
            <>
              {contact.title}
              {contact.title && organizationId ? ' · ' : null}
              {organizationId ? (
                <Link href={organizationPath(organizationId)} className="text-link">
                  {contact.organizationName}
                </Link>
              ) : null}
            </>
          ) : null
        }
        primaryAction={
          phone ? (
            <LinkButton href={phoneHref(phone)} variant="primary" icon={<Phone aria-hidden />}>
              Call<span className="sr-only"> {contact.name}</span>
            </LinkButton>
          ) : null
        }
        onArchive={abilities.archive ? edit.archive : null}
        onRestore={abilities.restore ? edit.restore : null}
        consequence="The contact leaves lists and search. Deals and activities stay, and you can restore the contact from the archive."
      />
      {dialogs}
    </>
  );
}

function Escalated(): ReactNode {
  return (
    <Badge tone="attention" icon={<Siren aria-hidden />}>
      Escalated
    </Badge>
  );
}
