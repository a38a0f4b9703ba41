import type { ActorContext } from '@aura/api';
import { type RawBuilder, sql } from '@aura/db';
import { ATTENTION, type DealFigure, filterDeals, isRottingBefore } from '@aura/deals';
import type { Scope } from './figure.schema.ts';
import type { Period } from './period.ts';

/** Open deals that are alike in all that dashboard and snapshot ask of them but their owner; every figure is a sum of cells. */
export type OpenCell = DealFigure & {
  pipeline_id: string;
  is_soon: boolean;
  is_overdue: boolean;
  is_rotting: boolean;
  has_no_next_step: boolean;
  is_older: boolean;
  days: number;
};

/** Open deals of one owner that need a look, or do not. */
export type OwnerCell = Omit<DealFigure, 'stage_id'> & { owner_id: string; needs_attention: boolean };

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

/**
 * One pass over the open deals that the person sees, grouped twice: cells by owner too would be a hundred times as many, and
 * making, sending and reading them took longer than the pass.
 */
export async function readOpenCells(
  ctx: ActorContext,
  scope: Scope,
  { soon, since }: OpenDays,
): Promise<{ cells: OpenCell[]; owners: OwnerCell[] }> {
  const rows = await filterDeals(ctx, { ...scope, status: 'open' });
  const [isOverdue, hasNoNextStep] = [ATTENTION.overdue(ctx), ATTENTION.noNextStep(ctx)];
  // ATTENTION.rotting asks each row on its own; over all of them a join is ten times cheaper.
  const isRotting = sql<boolean>`coalesce(${isRottingBefore(ctx)}, false)`;
  const found = await rows
    .innerJoin('crm.stages as stage', (join) =>
      join.onRef('stage.tenant_id', '=', 'deal.tenant_id').onRef('stage.id', '=', 'deal.stage_id'),
    )
    .select([
      'deal.pipeline_id',
      'deal.stage_id',
      'deal.currency',
      sql<boolean>`deal.close_sort between ${soon.from}::date and ${soon.to}::date`.as('is_soon'),
      isOverdue.as('is_overdue'),
      isRotting.as('is_rotting'),
      hasNoNextStep.as('has_no_next_step'),
      sql<boolean>`deal.opened_on < ${since}::date`.as('is_older'),
      // Null in the cells that are not by owner.
      sql<string | null>`deal.owner_id`.as('owner_id'),
      sql<boolean>`(${isOverdue} or ${isRotting} or ${hasNoNextStep})`.as('needs_attention'),
      sql<number>`sum(date_part('epoch', ${ctx.clock()}::timestamptz - deal.stage_entered_at) / 86400)`.as('days'),
      ...sumColumns(),
    ])
    .groupBy(sql`grouping sets ((1, 2, 3, 4, 5, 6, 7, 8), (3, 9, 10))`)
    .execute();
  const owners = found.flatMap((row) => (row.owner_id === null ? [] : [{ ...row, owner_id: row.owner_id }]));
  return { cells: found.filter((row) => row.owner_id === null), owners };
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
