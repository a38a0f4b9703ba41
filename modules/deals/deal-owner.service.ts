import { type ActorContext, emitOwnerChanges, ownerRefusal } from '@aura/api';
import { answerEscalations } from '@aura/contacts';
import { canAssignDeal } from './deal.permissions.ts';
import type { DealReassign } from './deal.schema.ts';
import { filterDeals } from './deal-filter.queries.ts';

/** F9.5: gives many deals to one person. Ids that are not there, or theirs already, are left out of `changed`. */
export async function giveDeals(
  ctx: ActorContext,
  { ids, filter, ownerId }: DealReassign,
): Promise<{ changed: number }> {
  if (!canAssignDeal(ctx.actor)) throw ownerRefusal();
  const chosen = await filterDeals(ctx, filter ?? {});
  const rows = await (ids ? chosen.where('deal.id', 'in', ids) : chosen)
    .where('deal.owner_id', '!=', ownerId)
    .select(['deal.id', 'deal.owner_id', 'deal.escalated_at', 'deal.escalated_by'])
    .orderBy('deal.id')
    .forUpdate('deal')
    .execute();
  await ctx.db
    .updateTable('crm.deals')
    .set({ owner_id: ownerId })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', (eb) => eb.fn.any(eb.val(rows.map((row) => row.id))))
    .execute();
  const given = await emitOwnerChanges(ctx, { entity: 'deal', rows, ownerId });
  await answerEscalations(ctx, 'deal', { rows, by: 'owner' });
  return given;
}

/** When a member leaves: every live deal of theirs goes to another. Open ones and, with their history, closed ones. */
export function reassignDeals(ctx: ActorContext, fromUserId: string, toUserId: string): Promise<{ changed: number }> {
  return giveDeals(ctx, { filter: { ownerId: fromUserId }, ownerId: toUserId });
}
