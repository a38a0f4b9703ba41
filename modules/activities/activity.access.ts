import type { AccessProvider } from '@aura/access';
import { getActivity } from './activity.queries.ts';

/** An activity has no owner but its author; it is seen by who sees every contact and deal that it is about. */
export const activityAccess: AccessProvider = {
  entity: 'activity',
  table: 'crm.activities',
  permission: 'activity:read',
  openTo: 'related',
  async facts(ctx, id) {
    const activity = await getActivity(ctx, id);
    const about = { Contact: activity.contactName, Deal: activity.dealName, Organization: activity.organizationName };
    return {
      name: activity.subject,
      isArchived: activity.archivedAt !== null,
      ownerId: activity.createdBy,
      openedTo: [],
      facts: Object.entries(about).flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    };
  },
};
