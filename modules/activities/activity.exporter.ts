import { column, defineExporter } from '@aura/exchange';
import { listActivities } from './activity.queries.ts';
import { type Activity, activityListInput } from './activity.schema.ts';

export const activityExporter = defineExporter({
  name: 'activities',
  label: 'Activities',
  permission: 'activity:read',
  filter: activityListInput.omit({ limit: true, cursor: true, sort: true }),
  columns: [
    column<Activity>('type', ({ type }) => type),
    column<Activity>('occurredAt', ({ occurredAt }) => occurredAt),
    column<Activity>('subject', ({ subject }) => subject),
    column<Activity>('body', ({ body }) => body),
    column<Activity>('outcome', ({ outcome }) => outcome),
    column<Activity>('durationMinutes', ({ durationMinutes }) => durationMinutes),
    column<Activity>('contact.name', ({ contactName }) => contactName),
    column<Activity>('organization.name', ({ organizationName }) => organizationName),
    column<Activity>('deal.name', ({ dealName }) => dealName),
    column<Activity>('author.name', ({ authorName }) => authorName),
    column<Activity>('createdAt', ({ createdAt }) => createdAt),
  ],
  read: (ctx, { filter, ...page }) => listActivities(ctx, 'activities.export', { ...filter, ...page }),
});
