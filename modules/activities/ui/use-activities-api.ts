'use client';
import { useApi } from '@aura/api/client';
import type { activityRouter } from '../activity.router.ts';

export function useActivitiesApi() {
  return useApi<{ activities: typeof activityRouter }>();
}
