import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, type Page, type RecordRow, recordOf } from '@aura/kernel';
import { activityAbilities } from './activity.permissions.ts';
import type { Activity, ActivityList } from './activity.schema.ts';
import type { ActivityType } from './activity.ts';
import { type ActivityRows, activityRows, filterActivities, visibleParts } from './activity-filter.queries.ts';

const SORTS = {
  occurredAt: { column: 'activity.occurred_at', type: 'timestamptz' },
  createdAt: { column: 'activity.created_at', type: 'timestamptz' },
} as const;

export type ActivityRow = RecordRow & {
  type: string;
  occurred_at: Date;
  subject: string;
  body: string | null;
  outcome: string | null;
  duration_minutes: number | null;
  contact_id: string | null;
  contact_name: string | null;
  organization_id: string | null;
  organization_name: string | null;
  deal_id: string | null;
  deal_name: string | null;
  participant_ids: string[];
  mention_ids: string[];
  author_name: string | null;
  archived_at: Date | null;
};

function withNames(rows: ActivityRows) {
  return rows
    .leftJoin('crm.contacts as contact', (join) =>
      join.onRef('contact.tenant_id', '=', 'activity.tenant_id').onRef('contact.id', '=', 'activity.contact_id'),
    )
    .leftJoin('crm.organizations as organization', (join) =>
      join
        .onRef('organization.tenant_id', '=', 'activity.tenant_id')
        .onRef('organization.id', '=', 'activity.organization_id'),
    )
    .leftJoin('crm.deals as deal', (join) =>
      join.onRef('deal.tenant_id', '=', 'activity.tenant_id').onRef('deal.id', '=', 'activity.deal_id'),
    )
    .leftJoin('core.memberships as author', (join) =>
      join.onRef('author.tenant_id', '=', 'activity.tenant_id').onRef('author.user_id', '=', 'activity.created_by'),
    )
    .selectAll('activity')
    .select([
      sql<string | null>`coalesce(nullif(concat_ws(' ', contact.first_name, contact.last_name), ''), contact.email)`.as(
        'contact_name',
      ),
      'organization.name as organization_name',
      'deal.name as deal_name',
      'author.name as author_name',
      sql<string[]>`array(select p.user_id from crm.activity_participants p
        where p.tenant_id = activity.tenant_id and p.activity_id = activity.id order by p.user_id)`.as(
        'participant_ids',
      ),
      sql<string[]>`array(select m.user_id from crm.activity_mentions m
        where m.tenant_id = activity.tenant_id and m.activity_id = activity.id order by m.user_id)`.as('mention_ids'),
    ]);
}

export async function listActivities(ctx: ActorContext, list: string, input: ActivityList): Promise<Page<Activity>> {
  const rows = filterActivities(ctx, input);
  const isNarrow = input.contactId || input.organizationId || input.dealId || input.authorId;
  return listPage<ActivityRow, Activity>(ctx, {
    list,
    rows: isNarrow ? rows : await visibleParts(ctx, rows),
    select: withNames,
    sorts: SORTS,
    defaultSort: '-occurredAt',
    id: 'activity.id',
    input,
    toItem: (row) => toActivity(ctx, row),
  });
}

/** The newest few of one author, or of all that the person sees; not counted, and there is no next page. */
export async function listRecentActivities(
  ctx: ActorContext,
  { limit, authorId }: { limit: number; authorId?: string | undefined },
): Promise<Activity[]> {
  const rows = await withNames(filterActivities(ctx, authorId ? { authorId } : {}, ctx.listDb))
    .orderBy('activity.occurred_at', 'desc')
    .orderBy('activity.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => toActivity(ctx, row));
}

export async function getActivity(ctx: ActorContext, id: string): Promise<Activity> {
  const row = await withNames(activityRows(ctx)).where('activity.id', '=', id).executeTakeFirst();
  if (row) return toActivity(ctx, row);
  await noteMiss(ctx, 'activity', id);
  throw new AppError('not_found');
}

function toActivity(ctx: ActorContext, row: ActivityRow): Activity {
  return {
    ...recordOf(row),
    type: row.type as ActivityType,
    occurredAt: row.occurred_at.toISOString(),
    subject: row.subject,
    body: row.body,
    outcome: row.outcome,
    durationMinutes: row.duration_minutes,
    contactId: row.contact_id,
    contactName: row.contact_name,
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    dealId: row.deal_id,
    dealName: row.deal_name,
    participantIds: row.participant_ids,
    mentionIds: row.mention_ids,
    authorName: row.author_name,
    archivedAt: row.archived_at?.toISOString() ?? null,
    abilities: activityAbilities(ctx.actor, row),
  };
}
