import { ProfileScreen } from '@aura/identity/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Profile' };

export default function ProfilePage(): ReactNode {
  return <ProfileScreen />;
}
