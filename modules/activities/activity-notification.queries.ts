import { sql } from '@aura/db';
import type { NotificationProvider, NotifiedRecord } from '@aura/notifications';

type Row = {
  id: string;
  subject: string;
  deal_id: string | null;
  deal_name: string | null;
  contact_id: string | null;
  contact_name: string | null;
  organization_id: string | null;
  organization_name: string | null;
};

/** An activity has no page of its own: it is read on that of its deal, contact or organization. */
export const activityNotificationProvider: NotificationProvider = {
  entity: 'activity',
  nouns: { one: 'activity', many: 'activities' },
  listHref: '/activities',
  describe: async (ctx, ids) => {
    const rows = await ctx.db
      .selectFrom('crm.activities as activity')
      .leftJoin('crm.deals as deal', (join) =>
        join.onRef('deal.tenant_id', '=', 'activity.tenant_id').onRef('deal.id', '=', 'activity.deal_id'),
      )
      .leftJoin('crm.contacts as contact', (join) =>
        join.onRef('contact.tenant_id', '=', 'activity.tenant_id').onRef('contact.id', '=', 'activity.contact_id'),
      )
      .leftJoin('crm.organizations as organization', (join) =>
        join
          .onRef('organization.tenant_id', '=', 'activity.tenant_id')
          .onRef('organization.id', '=', 'activity.organization_id'),
      )
      .where('activity.tenant_id', '=', ctx.actor.tenantId)
      .where(sql<boolean>`activity.id = any(${ids}::uuid[])`)
      .select(['activity.id', 'activity.subject', 'deal.id as deal_id', 'deal.name as deal_name'])
      .select(['organization.id as organization_id', 'organization.name as organization_name'])
      .select([
        'contact.id as contact_id',
        sql<
          string | null
        >`coalesce(nullif(concat_ws(' ', contact.first_name, contact.last_name), ''), contact.email)`.as(
          'contact_name',
        ),
      ])
      .execute();
    return rows.map(toRecord);
  },
};

function toRecord(row: Row): NotifiedRecord {
  const { id, subject: name } = row;
  const places = [
    { path: 'deals', id: row.deal_id, name: row.deal_name },
    { path: 'contacts', id: row.contact_id, name: row.contact_name },
    { path: 'organizations', id: row.organization_id, name: row.organization_name },
  ];
  const place = places.find((candidate) => candidate.id !== null);
  if (!place?.id) return { id, name, href: '/activities' };
  return { id, name, href: `/${place.path}/${place.id}`, about: { id: place.id, name: place.name ?? '' } };
}
