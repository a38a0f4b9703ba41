'use client';
import { useApi } from '@aura/api/client';
import type { activityRouter } from './activity.router.ts';

export { ACTIVITY_TYPES, type ActivityType } from './activity.ts';
export { type Activity, activityCreateInput } from './activity.schema.ts';

export function useActivitiesApi() {
  return useApi<{ activities: typeof activityRouter }>();
}
