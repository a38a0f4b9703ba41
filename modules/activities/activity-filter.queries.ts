import type { ActorContext } from '@aura/api';
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

/** Up to this many of others' activities go into the list's query by their ids. */
const IDS_MAX = 2_000;

/**
 * A rep's rows in disjoint parts, by why they are visible: written by them, about one of their contacts or deals, about an
 * organization alone. Each part has an index; the policy's "or" over all would read the whole tenant's. It still applies,
 * for an activity is about a contact and a deal that may not both be theirs.
 */
export async function visibleParts(ctx: ActorContext, rows: ActivityRows): Promise<ActivityRows[]> {
  if (seesAll(ctx.actor)) return [rows];
  const { userId } = ctx.actor;
  const others = rows.where('activity.created_by', '!=', userId);
  // Asked once, for the page and for its total.
  const found = await sql<{ id: string }>`${ofOthers(ctx)} limit ${sql.lit(IDS_MAX + 1)}`.execute(ctx.listDb);
  const ids = found.rows.map(({ id }) => id);
  const among = ids.length > IDS_MAX ? sql`array(${ofOthers(ctx)})` : sql`${ids}::uuid[]`;
  return [
    rows.where('activity.created_by', '=', userId),
    others.where(sql<boolean>`activity.id = any (${among})`),
    others.where('activity.contact_id', 'is', null).where('activity.deal_id', 'is', null),
  ];
}

/**
 * Others' activities about the person's contacts and deals, and those opened to them. Whose contact or deal an activity is
 * about stands beside it: asking for each of the person's own contacts would take as long as they have contacts.
 */
function ofOthers(ctx: ActorContext): RawBuilder<unknown> {
  const { tenantId, userId } = ctx.actor;
  const others = sql`select a.id from crm.activities a where a.tenant_id = ${tenantId}::uuid and a.created_by <> ${userId}::uuid`;
  return sql`select o.activity_id as id from search.activity_owners o where o.tenant_id = ${tenantId}::uuid and o.owner_id = ${userId}::uuid
    union all ${others} and a.contact_id = any (array(select crm.shared_contact_ids()))
    union all ${others} and a.contact_id is null and a.deal_id = any (array(select crm.shared_deal_ids()))`;
}
