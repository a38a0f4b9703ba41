import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import type { ActivityList } from './activity.schema.ts';
import type { ActivityType } from './activity.ts';
import { filterActivities } from './activity-filter.queries.ts';

/** Activities of one person and kind in one week, named by its Monday in the workspace's time zone. */
export type ActivityCell = { created_by: string; type: ActivityType; week: string; count: number };

export async function countActivities(
  ctx: ActorContext,
  filter: Pick<ActivityList, 'fromDay' | 'toDay' | 'authorId'>,
): Promise<ActivityCell[]> {
  return filterActivities(ctx, filter, ctx.listDb)
    .select([
      'activity.created_by',
      sql<ActivityType>`activity.type`.as('type'),
      sql<string>`date_trunc('week', activity.occurred_at at time zone ${ctx.tenant.timezone})::date::text`.as('week'),
      sql<number>`count(*)::int`.as('count'),
    ])
    .groupBy(sql`1, 2, 3`)
    .execute();
}
