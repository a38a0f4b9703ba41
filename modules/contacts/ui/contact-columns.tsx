'use client';

import { ownerEdit } from '@aura/members/client';
import { OrganizationPicker } from '@aura/organizations/client';
import { textEdit } from '@aura/ui/cell-editors';
import { CellText } from '@aura/ui/cell-text';
import type { Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { Link } from '@aura/ui/link';
import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { phoneHref } from './contact-paths.ts';

type TextField = 'firstName' | 'lastName' | 'externalId';

export const contactColumns: readonly Column<Contact>[] = [
  { id: 'name', header: 'Name', isSortable: true, cell: ({ name }) => name, className: 'min-w-44 max-w-80' },
  {
    id: 'organization',
    header: 'Organization',
    cell: (contact) => <Organization contact={contact} />,
    className: 'max-w-60',
    edit: {
      kind: 'picked',
      isLink: true,
      picker: ({ organizationId, organizationName }, choose) => (
        <OrganizationPicker
          aria-label="Organization"
          value={organizationId ? { id: organizationId, name: organizationName ?? '…' } : null}
          onValueChange={(organization) => choose(organization?.id ?? null)}
        />
      ),
      patchOf: (organizationId) => ({ organizationId }),
    },
  },
  {
    id: 'phone',
    header: 'Phone',
    cell: ({ phone, name }) => <PhoneLink phone={phone} name={name} />,
    className: 'max-w-48',
    edit: { ...textEdit('phone', { type: 'tel' }), isLink: true },
  },
  {
    id: 'email',
    header: 'E-mail',
    cell: ({ email }) => <EmailLink email={email} />,
    className: 'max-w-60',
    edit: { ...textEdit('email', { type: 'email' }), isLink: true },
  },
  {
    id: 'title',
    header: 'Title',
    cell: ({ title }) => <CellText>{title}</CellText>,
    className: 'max-w-48',
    usualClassName: '@min-[40rem]:@max-[66rem]:hidden',
    edit: textEdit('title'),
  },
  {
    id: 'owner',
    header: 'Owner',
    cell: ({ ownerName }) => <CellText>{ownerName}</CellText>,
    className: 'max-w-44',
    edit: ownerEdit(),
  },
  { id: 'createdAt', header: 'Added', isSortable: true, cell: ({ createdAt }) => <DateText value={createdAt} /> },
  {
    id: 'updatedAt',
    header: 'Changed',
    isExtra: true,
    isSortable: true,
    cell: ({ updatedAt }) => <DateText value={updatedAt} />,
  },
  own('firstName', 'First name'),
  own('lastName', 'Last name'),
  own('externalId', 'External id'),
];

function own(field: TextField, header: string): Column<Contact> {
  return {
    id: field,
    header,
    isExtra: true,
    cell: (contact) => <CellText>{contact[field]}</CellText>,
    className: 'max-w-48',
    edit: textEdit(field),
  };
}

function Organization({ contact }: { contact: Contact }): ReactNode {
  if (!contact.organizationId || !contact.organizationName) return <CellText>{null}</CellText>;
  return (
    <CellText>
      <Link href={`/organizations/${contact.organizationId}`} className="underline-offset-3 hover:underline">
        {contact.organizationName}
      </Link>
    </CellText>
  );
}

/** In the table a plain number; on a card a button that dials. */
export function PhoneLink({ phone, name }: { phone: string | null; name: string }): ReactNode {
  if (!phone) return <CellText>{null}</CellText>;
  return (
    <a
      href={phoneHref(phone)}
      className="inline-flex max-w-full items-center gap-2 rounded-control tabular-nums underline-offset-3 hover:underline @max-[40rem]:min-h-11 @max-[40rem]:border @max-[40rem]:border-control @max-[40rem]:px-2.5 @max-[40rem]:font-medium @max-[40rem]:text-primary"
    >
      <Phone aria-hidden className="hidden size-4 @max-[40rem]:block" />
      <span className="sr-only">Call {name} at </span>
      <span className="min-w-0 @max-[40rem]:py-1 @max-[40rem]:wrap-anywhere @min-[40rem]:truncate">{phone}</span>
    </a>
  );
}

function EmailLink({ email }: { email: string | null }): ReactNode {
  if (!email) return <CellText>{null}</CellText>;
  return (
    <CellText>
      <a href={`mailto:${email}`} className="underline-offset-3 hover:underline">
        {email}
      </a>
    </CellText>
  );
}
