import { type ActorContext, emitEvents } from '@aura/api';
import { canAssignDeal } from './deal.permissions.ts';
import type { DealReassign } from './deal.schema.ts';
import { assignRefusal } from './deal.service.ts';
import { filterDeals } from './deal-filter.queries.ts';

/** F9.5: gives many deals to one person. Ids that are not there, or theirs already, are left out of `changed`. */
export async function giveDeals(
  ctx: ActorContext,
  { ids, filter, ownerId }: DealReassign,
): Promise<{ changed: number }> {
  if (!canAssignDeal(ctx.actor)) throw assignRefusal();
  const chosen = await filterDeals(ctx, filter ?? {});
  const rows = await (ids ? chosen.where('deal.id', 'in', ids) : chosen)
    .where('deal.owner_id', '!=', ownerId)
    .select(['deal.id', 'deal.owner_id'])
    .orderBy('deal.id')
    .forUpdate('deal')
    .execute();
  if (rows.length === 0) return { changed: 0 };
  await ctx.db
    .updateTable('crm.deals')
    .set({ owner_id: ownerId, escalated_at: null, escalated_by: null })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', (eb) => eb.fn.any(eb.val(rows.map((row) => row.id))))
    .execute();
  for (let start = 0; start < rows.length; start += EVENTS_AT_ONCE) {
    await emitEvents(
      ctx.db,
      rows.slice(start, start + EVENTS_AT_ONCE).map((row) => ({
        type: 'deal.owner_changed',
        entity: 'deal',
        entityId: row.id,
        data: { from: row.owner_id, to: ownerId },
      })),
    );
  }
  return { changed: rows.length };
}

// Each event is four parameters of a statement that may have 65,535.
const EVENTS_AT_ONCE = 5_000;

/** When a member leaves: every live deal of theirs goes to another. Open ones and, with their history, closed ones. */
export function reassignDeals(ctx: ActorContext, fromUserId: string, toUserId: string): Promise<{ changed: number }> {
  return giveDeals(ctx, { filter: { ownerId: fromUserId }, ownerId: toUserId });
}
