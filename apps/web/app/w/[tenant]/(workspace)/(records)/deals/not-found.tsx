import { RecordMissing } from '@aura/ui/record-missing';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Not found' };

export default function DealNotFound(): ReactNode {
  return <RecordMissing noun="deal" href="/deals" listName="All deals" />;
}
