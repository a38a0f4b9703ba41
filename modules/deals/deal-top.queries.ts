import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { readDeals } from './deal.queries.ts';
import type { Deal, DealFilter } from './deal.schema.ts';
import { filterDeals } from './deal-filter.queries.ts';

export type TopOrder = 'largest' | 'closingFirst' | 'longestInStage' | 'nextStepFirst';

const ORDERS: Record<TopOrder, RawBuilder<unknown>> = {
  largest: sql`deal.amount_sort desc, deal.id`,
  closingFirst: sql`deal.close_sort, deal.id`,
  longestInStage: sql`deal.stage_entered_at, deal.id`,
  nextStepFirst: sql`deal.next_step_sort, deal.id`,
};

/**
 * The first few open deals in some order. Open deals are few among all: they are sorted in the index alone, and only those
 * shown are read; in the order's own index the closed deals of years would come first.
 */
export async function topOpenDeals(
  ctx: ActorContext,
  filter: Omit<DealFilter, 'status' | 'q'>,
  { order, limit }: { order: TopOrder; limit: number },
): Promise<Deal[]> {
  const rows = await filterDeals(ctx, { ...filter, status: 'open' });
  const found = await rows.select('deal.id').orderBy(ORDERS[order]).limit(limit).execute();
  return readDeals(
    ctx,
    found.map(({ id }) => id),
  );
}
