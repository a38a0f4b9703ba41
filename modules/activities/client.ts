'use client';
import { useApi } from '@aura/api/client';
import type { activityRouter } from './activity.router.ts';

export { ACTIVITY_TYPES, type ActivityType } from './activity.ts';
export { type Activity, activityCreateInput } from './activity.schema.ts';

export function useActivitiesApi() {
  return useApi<{ activities: typeof activityRouter }>();
}

export type { ActivityTarget } from './ui/activity-draft.ts';
export { ActivityTimeline, type ActivityTimelineProps } from './ui/activity-timeline.tsx';
export { QuickLog, type QuickLogProps } from './ui/quick-log.tsx';
export { type ChangeText, changeText } from './ui/change-text.ts';
export { ActivityEntry } from './ui/activity-entry.tsx';
export { ActivityListScreen, type ActivityListScreenProps } from './ui/activity-list-screen.tsx';
export { useChooseTarget } from './ui/log-sheet.tsx';
