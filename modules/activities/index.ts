export { activityAccess } from './activity.access.ts';
export { getActivity, listActivities, listRecentActivities } from './activity.queries.ts';
export type { Activity, ActivityCreate } from './activity.schema.ts';
export { activityListInput, activityPage } from './activity.schema.ts';
export { archiveActivity, createActivity } from './activity.service.ts';
export { ACTIVITY_TYPES, type ActivityType } from './activity.ts';
export { type ActivityCell, countActivities } from './activity-count.queries.ts';
export { activityNotificationProvider } from './activity-notification.queries.ts';
export { listTimeline } from './timeline.queries.ts';
