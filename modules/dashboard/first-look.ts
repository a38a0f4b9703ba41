import type { FirstQuestion } from '@aura/api';
import type { Actor } from '@aura/kernel';
import { monthOf } from '@aura/reports';

/** What the dashboard asks as it opens without anything in its address; `today` in the workspace's time zone. */
export function dashboardFirstLook({ role }: Pick<Actor, 'role'>, today: string): FirstQuestion[] {
  const { from, to } = monthOf(today);
  const everyone: FirstQuestion[] = [
    { procedure: 'dashboard.read', input: { from, to } },
    { procedure: 'contacts.list', input: { limit: 1 } },
    { procedure: 'members.names' },
  ];
  if (role === 'sales_rep') return everyone;
  return [
    ...everyone,
    { procedure: 'reports.forecast', input: {} },
    { procedure: 'escalations.list', input: { limit: 5 } },
    { procedure: 'pipelines.list', input: {} },
  ];
}
