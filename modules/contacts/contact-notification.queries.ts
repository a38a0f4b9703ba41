import { sql } from '@aura/db';
import type { NotificationProvider } from '@aura/notifications';
import { contactName } from './contact.ts';

export const contactNotificationProvider: NotificationProvider = {
  entity: 'contact',
  nouns: { one: 'contact', many: 'contacts' },
  listHref: '/contacts',
  describe: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.contacts')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .select(['id', 'first_name as firstName', 'last_name as lastName', 'email'])
      .execute();
    return rows.map((row) => ({ id: row.id, name: contactName(row), href: `/contacts/${row.id}` }));
  },
  ownersOf: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.contacts')
      .where('tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .select('owner_id')
      .execute();
    return rows.map((row) => row.owner_id);
  },
};
