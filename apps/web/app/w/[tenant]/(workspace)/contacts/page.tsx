import { contactsFirstLook } from '@aura/contacts';
import { ContactListScreen } from '@aura/contacts/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { FirstLook, type PageProps } from '../../../../../shell/first-look.tsx';

export const metadata: Metadata = { title: 'Contacts' };

export default function ContactsPage({ searchParams }: PageProps): ReactNode {
  return (
    <FirstLook questions={contactsFirstLook} searchParams={searchParams}>
      <ContactListScreen />
    </FirstLook>
  );
}
