'use client';

import { CustomFieldDetails } from '@aura/custom-fields/client';
import { MemberPicker } from '@aura/members/client';
import { OrganizationPicker, organizationPath } from '@aura/organizations/client';
import { CopyButton } from '@aura/ui/copy-button';
import { DateText } from '@aura/ui/date-text';
import { DetailList, DetailRow } from '@aura/ui/detail-list';
import { InlineEdit } from '@aura/ui/inline-edit';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { PickerEdit } from '@aura/ui/picker-edit';
import { Mail, Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { contactLock } from './contact-labels.ts';
import { phoneHref } from './contact-paths.ts';

export type ContactDetailsProps = {
  contact: Contact;
  save: (patch: Record<string, unknown>) => Promise<boolean>;
};

type TextField = 'firstName' | 'lastName' | 'email' | 'phone' | 'title';

/** What is known about the contact; each value is edited where it stands. */
export function ContactDetails({ contact, save }: ContactDetailsProps): ReactNode {
  const { abilities, email, phone } = contact;
  const locked = contactLock(contact);
  const text = (name: TextField, label: string, actions?: ReactNode): ReactNode => (
    <DetailRow label={label} actions={actions}>
      <InlineEdit
        label={label}
        value={contact[name] ?? ''}
        display={contact[name] ?? <Empty isLocked={locked !== null} />}
        disabledReason={locked}
        onSave={(value) => save({ [name]: value })}
      />
    </DetailRow>
  );
  return (
    <Panel title="Details">
      <DetailList>
        {text('firstName', 'First name')}
        {text('lastName', 'Last name')}
        {text('email', 'E-mail', email ? <EmailActions email={email} /> : null)}
        {text('phone', 'Phone', phone ? <PhoneActions phone={phone} name={contact.name} /> : null)}
        {text('title', 'Title')}
        <DetailRow label="Organization">
          <PickerEdit
            label="Organization"
            display={<OrganizationLink contact={contact} />}
            disabledReason={locked}
            onSave={(organizationId) => save({ organizationId })}
          >
            {(choose) => (
              <OrganizationPicker
                aria-label="Organization"
                value={
                  contact.organizationId ? { id: contact.organizationId, name: contact.organizationName ?? '…' } : null
                }
                onValueChange={(organization) => choose(organization?.id ?? null)}
              />
            )}
          </PickerEdit>
        </DetailRow>
        <DetailRow label="Owner">
          <PickerEdit
            label="Owner"
            shortcut="o"
            display={contact.ownerName ?? '—'}
            disabledReason={abilities.changeOwner ? null : 'Only managers and admins change the owner'}
            onSave={(ownerId) => save({ ownerId })}
          >
            {(choose) => (
              <MemberPicker
                aria-label="Owner"
                value={contact.ownerId}
                onValueChange={(ownerId) => (ownerId ? choose(ownerId) : undefined)}
              />
            )}
          </PickerEdit>
        </DetailRow>
        <CustomFieldDetails
          entity="contact"
          values={contact.customFields}
          disabledReason={locked}
          onSave={(customFields) => save({ customFields })}
        />
        <DetailRow label="Added">
          <DateText value={contact.createdAt} style="date-time" />
        </DetailRow>
        <DetailRow label="Changed">
          <DateText value={contact.updatedAt} style="date-time" />
        </DetailRow>
      </DetailList>
    </Panel>
  );
}

function Empty({ isLocked }: { isLocked: boolean }): ReactNode {
  return <span className="text-subtle">{isLocked ? '—' : 'Add'}</span>;
}

function OrganizationLink({ contact }: { contact: Contact }): ReactNode {
  if (!contact.organizationId) return <span className="text-subtle">None</span>;
  return (
    <Link href={organizationPath(contact.organizationId)} className="text-link">
      {contact.organizationName}
    </Link>
  );
}

const actionClass =
  'inline-grid size-8 place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11';

function EmailActions({ email }: { email: string }): ReactNode {
  return (
    <>
      <a href={`mailto:${email}`} aria-label={`Write to ${email}`} className={actionClass}>
        <Mail aria-hidden className="size-4" />
      </a>
      <CopyButton text={email} variant="ghost" size="sm" className="px-1.5">
        <span className="sr-only">Copy {email}</span>
      </CopyButton>
    </>
  );
}

function PhoneActions({ phone, name }: { phone: string; name: string }): ReactNode {
  return (
    <>
      <a href={phoneHref(phone)} aria-label={`Call ${name} at ${phone}`} className={actionClass}>
        <Phone aria-hidden className="size-4" />
      </a>
      <CopyButton text={phone} variant="ghost" size="sm" className="px-1.5">
        <span className="sr-only">Copy {phone}</span>
      </CopyButton>
    </>
  );
}
