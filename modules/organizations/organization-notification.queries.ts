import { sql } from '@aura/db';
import type { NotificationProvider } from '@aura/notifications';

export const organizationNotificationProvider: NotificationProvider = {
  entity: 'organization',
  nouns: { one: 'organization', many: 'organizations' },
  listHref: '/organizations',
  describe: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.organizations')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .select(['id', 'name'])
      .execute();
    return rows.map(({ id, name }) => ({ id, name, href: `/organizations/${id}` }));
  },
};
