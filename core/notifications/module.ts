import type { EventHook } from '@aura/api';
import { defineChore } from '@aura/jobs';
import { defineModule, EVERYONE } from '@aura/kernel';
import { createNotificationRouter } from './notification.router.ts';
import { notifyOf } from './notification.service.ts';
import type { NotificationProvider } from './notification-provider.ts';
import { concernsSomebody } from './notification-rules.ts';
import { createReminders } from './reminder.job.ts';

/** Made by the registry with the providers of the installed modules. */
export function createNotificationsModule(given: readonly NotificationProvider[]) {
  const providers = new Map(given.map((provider) => [provider.entity, provider]));
  const hears: EventHook = {
    listensTo: concernsSomebody,
    hear: (ctx, events) => notifyOf(ctx, providers, events),
  };
  const reminders = createReminders(providers);
  return defineModule({
    id: 'notifications',
    dependsOn: [],
    permissions: { 'notification:read': EVERYONE, 'notification:update': EVERYONE },
    routers: { notifications: createNotificationRouter(providers) },
    hears,
    jobs: [reminders.job],
    chores: [
      reminders.chore,
      defineChore({
        name: 'notifications.tidy',
        everyS: 86_400,
        run: async (execute) => void (await execute('select core.tidy_notifications()')),
      }),
    ],
  });
}
