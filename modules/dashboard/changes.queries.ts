import type { ActorContext } from '@aura/api';
import { firstIdAt } from '@aura/reports';
import type { Dashboard } from './dashboard.schema.ts';

const LOOKBACK_MS = 30 * 86_400_000;

/** The newest events of deals that the person sees, of the last month. */
export async function listRecentChanges(
  ctx: ActorContext,
  { limit, ownerId }: { limit: number; ownerId?: string | undefined },
): Promise<Dashboard['recentChanges']> {
  let rows = ctx.db
    .selectFrom('core.events as event')
    .innerJoin('crm.deals as deal', (join) =>
      join.onRef('deal.tenant_id', '=', 'event.tenant_id').onRef('deal.id', '=', 'event.entity_id'),
    )
    .leftJoin('core.memberships as person', (join) =>
      join.onRef('person.tenant_id', '=', 'event.tenant_id').onRef('person.user_id', '=', 'event.actor_id'),
    )
    .where('event.tenant_id', '=', ctx.actor.tenantId)
    .where('event.entity', '=', 'deal')
    // Ids are in time order, and the primary key is by id.
    .where('event.id', '>=', firstIdAt(new Date(ctx.clock().getTime() - LOOKBACK_MS)));
  if (ownerId) rows = rows.where('deal.owner_id', '=', ownerId);
  const found = await rows
    .select([
      'event.id',
      'event.type',
      'deal.id as deal_id',
      'deal.name as deal_name',
      'event.occurred_at',
      'event.actor_id',
      'person.name as actor_name',
      'event.data',
    ])
    .orderBy('event.id', 'desc')
    .limit(limit)
    .execute();
  return found.map((row) => ({
    id: row.id,
    type: row.type,
    dealId: row.deal_id,
    dealName: row.deal_name,
    occurredAt: row.occurred_at.toISOString(),
    actorId: row.actor_id,
    actorName: row.actor_name,
    data: row.data as Record<string, unknown>,
  }));
}
