import { type ActorContext, listPage } from '@aura/api';
import { type TimelineEntry, type TimelineOf, type TimelineRow, toTimelineEntry } from '@aura/audit';
import { type RawBuilder, sql } from '@aura/db';
import type { Page } from '@aura/kernel';
import { ACTIVITY_LINKS, isActivityLink } from './activity.ts';

/**
 * A record's history, newest first: what happened to it (domain events) and what was done about it (activities), in one
 * keyset. The caller makes sure that the record is visible; the database leaves out activities that are not. `also` are
 * records that this one stands for: what happened to them, as far as the person sees it, is its history too.
 */
export function listTimeline(
  ctx: ActorContext,
  { entity, list, input, also = [] }: TimelineOf & { also?: readonly string[] },
): Promise<Page<TimelineEntry>> {
  const entries = sql<
    TimelineRow & { tenant_id: string }
  >`(${eventsOf(ctx, entity, [input.id, ...also])} ${activitiesOf(ctx, entity, input.id)})`;
  const rows = ctx.db.selectFrom(entries.as<'entry'>('entry')).where('entry.tenant_id', '=', ctx.actor.tenantId);
  return listPage<TimelineRow, TimelineEntry>(ctx, {
    list,
    rows,
    select: (page: typeof rows) =>
      page
        .leftJoin('core.memberships as person', (join) =>
          join.onRef('person.tenant_id', '=', 'entry.tenant_id').onRef('person.user_id', '=', 'entry.actor_id'),
        )
        .select([
          'entry.id',
          'entry.type',
          'entry.entity',
          'entry.entity_id',
          'entry.occurred_at',
          'entry.actor_id',
          'entry.data',
        ])
        .select('person.name as actor_name'),
    sorts: { occurredAt: { column: 'entry.occurred_at', type: 'timestamptz' } },
    defaultSort: '-occurredAt',
    id: 'entry.id',
    input,
    toItem: toTimelineEntry,
  });
}

function eventsOf(ctx: ActorContext, entity: string, ids: string[]): RawBuilder<unknown> {
  const isWanted = ids.length === 1 ? sql`e.entity_id = ${ids[0]}::uuid` : sql`e.entity_id = any (${ids}::uuid[])`;
  return sql`
    select e.tenant_id, e.id, e.type, e.entity, e.entity_id, e.occurred_at, e.actor_id, e.data
      from core.events e where e.tenant_id = ${ctx.actor.tenantId}::uuid and ${isWanted} and e.entity = ${entity}::text`;
}

function activitiesOf(ctx: ActorContext, entity: string, id: string): RawBuilder<unknown> {
  if (!isActivityLink(entity)) return sql``;
  return sql`
    union all
    select a.tenant_id, a.id, 'activity.' || a.type, 'activity', a.id, a.occurred_at, a.created_by,
           jsonb_build_object('subject', a.subject, 'body', a.body, 'outcome', a.outcome, 'durationMinutes', a.duration_minutes,
                              'contactId', a.contact_id, 'organizationId', a.organization_id, 'dealId', a.deal_id)
      from crm.activities a
     where a.tenant_id = ${ctx.actor.tenantId}::uuid and ${sql.ref(`a.${ACTIVITY_LINKS[entity]}`)} = ${id}::uuid and a.archived_at is null`;
}
