import { defineModule } from '@aura/kernel';
import { activityArchives } from './activity.archive.ts';
import { activityExporter } from './activity.exporter.ts';
import { activityPermissions } from './activity.permissions.ts';
import { activityRouter } from './activity.router.ts';

export const activitiesModule = defineModule({
  id: 'activities',
  dependsOn: [],
  permissions: activityPermissions,
  routers: { activities: activityRouter },
  exporters: [activityExporter],
  archives: activityArchives,
  navigation: [
    { href: '/activities', label: 'Activities', icon: 'calendar-check', permission: 'activity:read', order: 40 },
  ],
  constraints: {
    activities_immutable: {
      code: 'conflict',
      reason: 'immutable',
      detail: 'An activity is not edited; archive it and write another.',
    },
    activities_linked: { code: 'invalid', field: 'contactId', detail: 'Link a contact, an organization or a deal.' },
  },
});
