import { NotificationsScreen } from '@aura/notifications/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Notifications' };

export default function NotificationsPage(): ReactNode {
  return <NotificationsScreen />;
}
