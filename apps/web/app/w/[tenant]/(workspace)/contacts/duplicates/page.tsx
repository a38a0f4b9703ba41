import { DuplicatesScreen } from '@aura/contacts/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Likely duplicates · Contacts' };

export default function DuplicatesPage(): ReactNode {
  return <DuplicatesScreen />;
}
