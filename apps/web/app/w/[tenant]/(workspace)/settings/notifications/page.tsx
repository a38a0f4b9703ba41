import { NotificationSettingsScreen } from '@aura/notifications/client';
import type { Metadata } from 'next';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Notification settings' };

export default function NotificationSettingsPage(): ReactNode {
  return <NotificationSettingsScreen />;
}
