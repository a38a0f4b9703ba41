'use client';

export { NotificationBell } from './ui/notification-bell.tsx';
export { NotificationSettingsScreen } from './ui/notification-settings-screen.tsx';
export { NotificationsScreen } from './ui/notifications-screen.tsx';
