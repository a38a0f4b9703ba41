import type { AccessProvider } from '@aura/access';
import { getOrganization } from './organization.queries.ts';

export const organizationAccess: AccessProvider = {
  entity: 'organization',
  table: 'crm.organizations',
  permission: 'organization:read',
  openTo: 'everyone',
  async facts(ctx, id) {
    const { name, deletedAt, ownerId } = await getOrganization(ctx, id);
    return { name, isArchived: deletedAt !== null, ownerId, openedTo: [], facts: [] };
  },
};
