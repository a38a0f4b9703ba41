import { defineChore } from '@aura/jobs';

export const removeExpired = defineChore({
  name: 'identity.remove_expired',
  everyS: 3_600,
  run: async (execute) => void (await execute('select app.remove_expired()')),
});
