import { procedure, router } from '@aura/api';
import { z } from 'zod';
import { countUnread, listNotifications } from './notification.queries.ts';
import {
  mutedInput,
  mutedOutput,
  notificationListInput,
  notificationReadInput,
  notificationsOutput,
  preferencesOutput,
  preferencesUpdateInput,
  unreadOutput,
} from './notification.schema.ts';
import { readNotifications } from './notification.service.ts';
import { isMuted, muteRecord, unmuteRecord } from './notification-mute.service.ts';
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
    ...muteProcedures(providers),
  });
}

function muteProcedures(providers: Providers) {
  return {
    muted: procedure('notification:read')
      .meta({
        rest: { method: 'GET', path: '/notifications/muted/{entity}/{id}', summary: 'Whether I have muted a record' },
      })
      .input(mutedInput)
      .output(mutedOutput)
      .query(async ({ ctx, input }) => ({ muted: await isMuted(ctx, providers, input) })),
    mute: procedure('notification:update')
      .meta({
        rest: {
          method: 'PUT',
          path: '/notifications/muted/{entity}/{id}',
          summary: 'Hear nothing of a record, but for mentions of me and escalations to me',
        },
      })
      .input(mutedInput)
      .output(mutedOutput)
      .mutation(async ({ ctx, input }) => {
        await muteRecord(ctx, providers, input);
        return { muted: true };
      }),
    unmute: procedure('notification:update')
      .meta({
        rest: {
          method: 'DELETE',
          path: '/notifications/muted/{entity}/{id}',
          status: 204,
          summary: 'Hear of it again',
        },
      })
      .input(mutedInput)
      .output(z.void())
      .mutation(({ ctx, input }) => unmuteRecord(ctx, providers, input)),
  };
}
