import type { AccessProvider } from '@aura/access';
import { getContact } from './contact.queries.ts';
import { listContactShares } from './contact-share.service.ts';

export const contactAccess: AccessProvider = {
  entity: 'contact',
  table: 'crm.contacts',
  permission: 'contact:read',
  openTo: 'owners',
  async facts(ctx, id) {
    const { name, deletedAt, ownerId, organizationName } = await getContact(ctx, id);
    const shares = await listContactShares(ctx, id);
    return {
      name,
      isArchived: deletedAt !== null,
      ownerId,
      openedTo: shares.map(({ userId }) => ({ userId, how: 'shared' })),
      facts: organizationName ? [{ label: 'Organization', value: organizationName }] : [],
    };
  },
};
