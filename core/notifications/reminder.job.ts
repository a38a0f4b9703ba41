import type {} from '@aura/identity';
import { defineChore, defineJob } from '@aura/jobs';
import { isoDate } from '@aura/kernel';
import { z } from 'zod';
import type { Providers } from './notification-provider.ts';
import { remindOfDue } from './reminder.service.ts';

const CALLED_AT_ONCE = 5_000;

/** Who has a morning is found over all tenants; what is due, each person's own job reads under their own rights. */
export function createReminders(providers: Providers) {
  const job = defineJob({
    name: 'notifications.remind',
    input: z.object({ day: isoDate }),
    concurrency: 2,
    run: (ctx, { day }) => ctx.transaction((change) => remindOfDue(change, providers, day)),
  });
  const chore = defineChore({
    name: 'notifications.call_reminders',
    everyS: 60,
    run: async (execute, call) => {
      const rows = await execute('select tenant_id, user_id, day::text as day from core.list_reminders(now(), $1)', [
        CALLED_AT_ONCE,
      ]);
      for (const { tenant_id: tenantId, user_id: userId, day } of reminders.parse(rows))
        await call(job, { tenantId, userId, key: `${userId} ${day}`, onceInS: 3_600 }, { day });
    },
  });
  return { job, chore };
}

const reminders = z.array(z.object({ tenant_id: z.guid(), user_id: z.guid(), day: isoDate }));
