'use client';

export { type Activity, activityCreateInput } from './activity.schema.ts';
export { ACTIVITY_TYPES, type ActivityType } from './activity.ts';
export { type ActivityTarget, callOutcomes } from './ui/activity-draft.ts';
export { ActivityEntry } from './ui/activity-entry.tsx';
export { ActivityListScreen, type ActivityListScreenProps } from './ui/activity-list-screen.tsx';
export { ActivityTimeline, type ActivityTimelineProps } from './ui/activity-timeline.tsx';
export { type ChangeText, changeText } from './ui/change-text.ts';
export { useChooseTarget } from './ui/log-sheet.tsx';
export { QuickLog, type QuickLogProps, startLog } from './ui/quick-log.tsx';
export { useActivitiesApi } from './ui/use-activities-api.ts';
export { useLogCall } from './ui/use-log-call.ts';
