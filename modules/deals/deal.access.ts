import type { AccessProvider } from '@aura/access';
import { getDeal } from './deal-detail.queries.ts';

export const dealAccess: AccessProvider = {
  entity: 'deal',
  table: 'crm.deals',
  permission: 'deal:read',
  openTo: 'owners',
  async facts(ctx, id) {
    const deal = await getDeal(ctx, id);
    return {
      name: deal.name,
      isArchived: deal.deletedAt !== null,
      ownerId: deal.ownerId,
      openedTo: [
        ...deal.collaborators.map(({ userId }) => ({ userId, how: 'collaborator' as const })),
        ...deal.sharedWith.map(({ userId }) => ({ userId, how: 'shared' as const })),
      ],
      facts: [
        { label: 'Stage', value: deal.stageName },
        ...(deal.organizationName ? [{ label: 'Organization', value: deal.organizationName }] : []),
      ],
    };
  },
};
