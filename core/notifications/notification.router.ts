import { procedure, router } from '@aura/api';
import { countUnread, listNotifications } from './notification.queries.ts';
import {
  notificationListInput,
  notificationReadInput,
  notificationsOutput,
  preferencesOutput,
  preferencesUpdateInput,
  unreadOutput,
} from './notification.schema.ts';
import { readNotifications } from './notification.service.ts';
import { getNotificationPreferences, updateNotificationPreferences } from './notification-preferences.service.ts';
import type { Providers } from './notification-provider.ts';

export function createNotificationRouter(providers: Providers) {
  return router({
    list: procedure('notification:read')
      .meta({ rest: { method: 'GET', path: '/notifications', summary: 'What I am told of, the newest first' } })
      .input(notificationListInput)
      .output(notificationsOutput)
      .query(({ ctx, input }) => listNotifications(ctx, providers, input)),
    unread: procedure('notification:read')
      .meta({ rest: { method: 'GET', path: '/notifications/unread', summary: 'How many I have not read' } })
      .output(unreadOutput)
      .query(({ ctx }) => countUnread(ctx)),
    read: procedure('notification:update')
      .meta({ rest: { method: 'POST', path: '/notifications/read', summary: 'Mark these, or all, as read' } })
      .input(notificationReadInput)
      .output(unreadOutput)
      .mutation(({ ctx, input }) => readNotifications(ctx, input)),
    preferences: procedure('notification:read')
      .meta({ rest: { method: 'GET', path: '/notifications/preferences', summary: 'What I want to be told of' } })
      .output(preferencesOutput)
      .query(({ ctx }) => getNotificationPreferences(ctx)),
    updatePreferences: procedure('notification:update')
      .meta({ rest: { method: 'PATCH', path: '/notifications/preferences', summary: 'Choose what I am told of' } })
      .input(preferencesUpdateInput)
      .output(preferencesOutput)
      .mutation(({ ctx, input }) => updateNotificationPreferences(ctx, input)),
  });
}
