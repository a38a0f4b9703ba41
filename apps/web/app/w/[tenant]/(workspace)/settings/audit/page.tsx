import { AuditScreen } from '@aura/audit/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Audit log' };

export default function AuditPage(): ReactNode {
  return <AuditScreen />;
}
