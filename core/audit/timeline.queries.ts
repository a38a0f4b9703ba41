import { type ActorContext, listPage } from '@aura/api';
import { type Page, uuid } from '@aura/kernel';
import { z } from 'zod';

/** The input of every `/{records}/{id}/timeline`. */
export const timelineInput = z.strictObject({
  id: uuid,
  limit: z.int().min(1, 'Use 1 to 100').max(100, 'Use 1 to 100').default(25),
  cursor: z.string().max(2_000).optional(),
});

export const timelineEntryOutput = z
  .object({
    id: uuid,
    type: z.string().meta({ description: 'What happened: contact.created, deal.stage_changed …' }),
    entity: z.string(),
    entityId: uuid,
    occurredAt: z.iso.datetime(),
    actorId: uuid.nullable(),
    actorName: z.string().nullable(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

export type TimelineEntry = z.output<typeof timelineEntryOutput>;

export type TimelineRow = {
  id: string;
  type: string;
  entity: string;
  entity_id: string;
  occurred_at: Date;
  actor_id: string | null;
  actor_name: string | null;
  data: unknown;
};

export type TimelineOf = { entity: string; list: string; input: z.output<typeof timelineInput> };

/** A record's history, newest first: its domain events. The caller makes sure that the record is visible. */
export function listTimeline(ctx: ActorContext, { entity, list, input }: TimelineOf): Promise<Page<TimelineEntry>> {
  const rows = ctx.db
    .selectFrom('core.events as event')
    .where('event.tenant_id', '=', ctx.actor.tenantId)
    .where('event.entity_id', '=', input.id)
    .where('event.entity', '=', entity);
  return listPage<TimelineRow, TimelineEntry>(ctx, {
    list,
    rows,
    select: (page: typeof rows) =>
      page
        .leftJoin('core.memberships as person', (join) =>
          join.onRef('person.tenant_id', '=', 'event.tenant_id').onRef('person.user_id', '=', 'event.actor_id'),
        )
        .select([
          'event.id',
          'event.type',
          'event.entity',
          'event.entity_id',
          'event.occurred_at',
          'event.actor_id',
          'person.name as actor_name',
          'event.data',
        ]),
    sorts: { occurredAt: { column: 'event.occurred_at', type: 'timestamptz' } },
    defaultSort: '-occurredAt',
    id: 'event.id',
    input,
    toItem: toTimelineEntry,
  });
}

export function toTimelineEntry(row: TimelineRow): TimelineEntry {
  return {
    id: row.id,
    type: row.type,
    entity: row.entity,
    entityId: row.entity_id,
    occurredAt: row.occurred_at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    data: row.data as Record<string, unknown>,
  };
}
