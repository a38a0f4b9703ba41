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
  // By the index deals_owner_next_step; on closed deals nothing is to be done.
  dueOf: async (ctx, { after, upTo, max }) => {
    const rows = await ctx.db
      .selectFrom('crm.deals')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where('owner_id', '=', ctx.actor.userId)
      .where('deleted_at', 'is', null)
      .where('status', '=', 'open')
      .where('next_step_sort', '>', after)
      .where('next_step_sort', '<=', upTo)
      .orderBy('next_step_sort')
      .orderBy('id')
      .limit(max)
      .select('id')
      .execute();
    return rows.map(({ id }) => id);
  },
};
