import { type ActorContext, COUNT_MAX } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { seesAll } from '@aura/kernel';
import type { ActivityList } from './activity.schema.ts';

export type ActivityRows = ReturnType<typeof activityRows>;

export function activityRows(ctx: ActorContext, db = ctx.db) {
  return db.selectFrom('crm.activities as activity').where('activity.tenant_id', '=', ctx.actor.tenantId);
}

export function filterActivities(ctx: ActorContext, filter: Partial<ActivityList>, db = ctx.db): ActivityRows {
  const equal = [
    ['activity.type', filter.type],
    ['activity.contact_id', filter.contactId],
    ['activity.organization_id', filter.organizationId],
    ['activity.deal_id', filter.dealId],
    ['activity.created_by', filter.authorId],
  ] as const;
  let rows = activityRows(ctx, db).where('activity.archived_at', filter.archived ? 'is not' : 'is', null);
  for (const [column, value] of equal) if (value) rows = rows.where(column, '=', value);
  if (filter.from) rows = rows.where('activity.occurred_at', '>=', new Date(filter.from));
  if (filter.to) rows = rows.where('activity.occurred_at', '<=', new Date(filter.to));
  const { timezone } = ctx.tenant;
  if (filter.fromDay)
    rows = rows.where(
      sql<boolean>`activity.occurred_at >= ${filter.fromDay}::date::timestamp at time zone ${timezone}`,
    );
  if (filter.toDay)
    rows = rows.where(
      sql<boolean>`activity.occurred_at < (${filter.toDay}::date + 1)::timestamp at time zone ${timezone}`,
    );
  if (filter.participantId) {
    rows = rows.where(
      sql<boolean>`activity.id in (select p.activity_id from crm.activity_participants p
        where p.tenant_id = ${ctx.actor.tenantId}::uuid and p.user_id = ${filter.participantId}::uuid)`,
    );
  }
  return rows;
}

/**
 * How many of these a rep sees, in parts by why they are visible: written by them, about one of their contacts, about one
 * of their deals, about an organization alone. Each part has an index; the policy's "or" over all would read the whole
 * tenant's. It still applies, for an activity is about a contact and a deal that may not both be theirs.
 */
export function countVisible(ctx: ActorContext, rows: ActivityRows): RawBuilder<number> | undefined {
  if (seesAll(ctx.actor)) return undefined;
  const { tenantId, userId } = ctx.actor;
  const own = (table: string): RawBuilder<string> =>
    sql`select id from ${sql.table(table)} where tenant_id = ${tenantId}::uuid and owner_id = ${userId}::uuid`;
  const others = rows.where('activity.created_by', '!=', userId);
  const ofDealOrOrganization = others.where('activity.contact_id', 'is', null);
  const parts = [
    rows.where('activity.created_by', '=', userId),
    others.where(
      sql<boolean>`activity.contact_id = any (array(${own('crm.contacts')} union select crm.shared_contact_ids()))`,
    ),
    ofDealOrOrganization.where(
      sql<boolean>`activity.deal_id = any (array(${own('crm.deals')} union select crm.shared_deal_ids()))`,
    ),
    ofDealOrOrganization.where('activity.deal_id', 'is', null),
  ];
  const ones = parts.map((part) => sql`(${part.select(sql`1`.as('one'))})`);
  return sql<number>`(select count(*)::int from (${sql.join(ones, sql` union all `)} limit ${COUNT_MAX + 1}) as visible)`;
}
