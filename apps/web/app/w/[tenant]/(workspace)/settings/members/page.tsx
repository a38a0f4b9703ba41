import { MembersScreen } from '@aura/members/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Members' };

export default function MembersPage(): ReactNode {
  return <MembersScreen />;
}
