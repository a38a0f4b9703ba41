import { sql } from '@aura/db';
import type { NotificationProvider } from '@aura/notifications';

export const dealNotificationProvider: NotificationProvider = {
  entity: 'deal',
  nouns: { one: 'deal', many: 'deals' },
  listHref: '/deals',
  describe: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.deals')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .select(['id', 'name'])
      .execute();
    return rows.map(({ id, name }) => ({ id, name, href: `/deals/${id}` }));
  },
  ownersOf: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.deals')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .select('owner_id')
      .execute();
    return rows.map((row) => row.owner_id);
  },
};
