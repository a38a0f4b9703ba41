import { FieldsScreen } from '@aura/custom-fields/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Custom fields' };

export default function FieldsPage(): ReactNode {
  return <FieldsScreen />;
}
