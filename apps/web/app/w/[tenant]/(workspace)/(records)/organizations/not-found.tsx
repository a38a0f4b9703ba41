import { RecordMissing } from '@aura/ui/record-missing';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Not found' };

export default function OrganizationNotFound(): ReactNode {
  return <RecordMissing noun="organization" href="/organizations" listName="All organizations" />;
}
