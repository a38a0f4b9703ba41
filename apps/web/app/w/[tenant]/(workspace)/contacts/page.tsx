import { ContactListScreen } from '@aura/contacts/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Contacts' };

export default function ContactsPage(): ReactNode {
  return <ContactListScreen />;
}
