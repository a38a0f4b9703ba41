import { RecordMissing } from '@aura/ui/record-missing';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Not found' };

export default function ImportNotFound(): ReactNode {
  return <RecordMissing noun="import" href="/import" listName="All imports" />;
}
