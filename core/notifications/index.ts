export type { NotificationProvider, NotifiedRecord } from './notification-provider.ts';
