import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { ATTENTION, type DealFigure, filterDeals, isRottingBefore } from '@aura/deals';
import type { Scope } from './figure.schema.ts';
import type { Period } from './period.ts';

/** Open deals that are alike in all that dashboard and snapshot ask; every figure is a sum of cells. */
export type OpenCell = DealFigure & {
  pipeline_id: string;
  owner_id: string;
  is_soon: boolean;
  is_overdue: boolean;
  is_rotting: boolean;
  has_no_next_step: boolean;
  is_older: boolean;
  days: number;
};

export type OpenDays = {
  soon: Period;
  /** Deals that were opened before this day are older. */
  since: string;
};

/** How many, what they come to, and that times their probabilities; exact, in minor units and hundredths of those. */
export const sumColumns = () => [
  sql<number>`count(*)::int`.as('count'),
  sql<string>`coalesce(sum(deal.amount_minor), 0)::text`.as('amount'),
  sql<string>`coalesce(sum(deal.amount_minor * deal.probability), 0)::text`.as('expected'),
];

/** One pass over the open deals that the person sees. */
export async function readOpenCells(ctx: ActorContext, scope: Scope, { soon, since }: OpenDays): Promise<OpenCell[]> {
  const rows = await filterDeals(ctx, { ...scope, status: 'open' });
  return rows
    .innerJoin('crm.stages as stage', (join) =>
      join.onRef('stage.tenant_id', '=', 'deal.tenant_id').onRef('stage.id', '=', 'deal.stage_id'),
    )
    .select([
      'deal.pipeline_id',
      'deal.stage_id',
      'deal.owner_id',
      'deal.currency',
      sql<boolean>`deal.close_sort between ${soon.from}::date and ${soon.to}::date`.as('is_soon'),
      ATTENTION.overdue(ctx).as('is_overdue'),
      // ATTENTION.rotting asks each row on its own; over all of them a join is ten times cheaper.
      sql<boolean>`coalesce(${isRottingBefore(ctx)}, false)`.as('is_rotting'),
      ATTENTION.noNextStep(ctx).as('has_no_next_step'),
      sql<boolean>`deal.opened_on < ${since}::date`.as('is_older'),
      sql<number>`sum(date_part('epoch', ${ctx.clock()}::timestamptz - deal.stage_entered_at) / 86400)`.as('days'),
      ...sumColumns(),
    ])
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8, 9`)
    .execute();
}

export type ForecastCell = Omit<DealFigure, 'stage_id'> & { day: string; band: string };

/** Open deals by the day on which they are expected to close ("infinity" without one) and by how likely that is. */
export async function readForecastCells(
  ctx: ActorContext,
  scope: Scope,
  band: RawBuilder<string>,
): Promise<ForecastCell[]> {
  const rows = await filterDeals(ctx, { ...scope, status: 'open' });
  return rows
    .select(['deal.currency', sql<string>`deal.close_sort::text`.as('day'), band.as('band'), ...sumColumns()])
    .groupBy(sql`1, 2, 3`)
    .execute();
}
