import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { type DealFigure, filterDeals } from '@aura/deals';
import type { Scope } from './figure.schema.ts';
import { sumColumns } from './open-cells.queries.ts';
import type { Period } from './period.ts';

export type ClosedCell = Omit<DealFigure, 'stage_id'> & {
  owner_id: string;
  status: string;
  is_current: boolean;
  is_older: boolean;
};

/** Deals closed in the period, or in the one before it; `is_older` were opened before the period. */
export async function readClosedCells(
  ctx: ActorContext,
  scope: Scope,
  { current, previous }: { current: Period; previous?: Period },
): Promise<ClosedCell[]> {
  const days = { closeFrom: (previous ?? current).from, closeTo: current.to };
  const rows = await filterDeals(ctx, { ...scope, closed: true, ...days });
  return rows
    .select([
      'deal.owner_id',
      'deal.currency',
      'deal.status',
      sql<boolean>`deal.close_sort >= ${current.from}::date`.as('is_current'),
      sql<boolean>`deal.opened_on < ${current.from}::date`.as('is_older'),
      ...sumColumns(),
    ])
    .groupBy(sql`1, 2, 3, 4, 5`)
    .execute();
}

export type LostCell = Omit<DealFigure, 'stage_id'> & {
  lost_reason: string | null;
  closed_from_stage_id: string | null;
};

/** Deals lost in the period, by why and where. */
export async function readLostCells(ctx: ActorContext, scope: Scope, { from, to }: Period): Promise<LostCell[]> {
  const rows = await filterDeals(ctx, { ...scope, status: 'lost', closeFrom: from, closeTo: to });
  return rows
    .select(['deal.lost_reason', 'deal.closed_from_stage_id', 'deal.currency', ...sumColumns()])
    .groupBy(['deal.lost_reason', 'deal.closed_from_stage_id', 'deal.currency'])
    .execute();
}
