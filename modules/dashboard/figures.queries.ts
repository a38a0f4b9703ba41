import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { ATTENTION, type DealFigure, type DealFilter, filterDeals, isRottingBefore } from '@aura/deals';
import type { Period } from './dashboard.ts';

/** Open deals that are alike in all that the dashboard asks; every figure is a sum of cells. */
export type OpenCell = DealFigure & {
  pipeline_id: string;
  owner_id: string;
  is_soon: boolean;
  is_overdue: boolean;
  is_rotting: boolean;
  has_no_next_step: boolean;
  days: string;
};

export type Scope = Pick<DealFilter, 'pipelineId' | 'ownerId'>;

/** One pass over the open deals that the person sees. */
export async function readOpenCells(ctx: ActorContext, scope: Scope, soon: Period): Promise<OpenCell[]> {
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
      sql<number>`count(*)::int`.as('count'),
      sql<string>`coalesce(sum(deal.amount_minor), 0)::text`.as('amount'),
      sql<string>`coalesce(sum(deal.amount_minor * deal.probability), 0)::text`.as('expected'),
      sql<string>`sum(extract(epoch from ${ctx.clock()}::timestamptz - deal.stage_entered_at) / 86400)::text`.as(
        'days',
      ),
    ])
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7, 8`)
    .execute();
}

export type ClosedCell = DealFigure & { owner_id: string; status: string; is_current: boolean };

/** Deals closed in the period or in the one before. */
export async function readClosedCells(
  ctx: ActorContext,
  scope: Scope,
  { current, previous }: { current: Period; previous: Period },
): Promise<ClosedCell[]> {
  const rows = await filterDeals(ctx, { ...scope, closeFrom: previous.from, closeTo: current.to });
  return rows
    .where('deal.status', '!=', 'open')
    .select([
      'deal.owner_id',
      'deal.stage_id',
      'deal.currency',
      'deal.status',
      sql<boolean>`deal.close_sort >= ${current.from}::date`.as('is_current'),
      sql<number>`count(*)::int`.as('count'),
      sql<string>`coalesce(sum(deal.amount_minor), 0)::text`.as('amount'),
      sql<string>`coalesce(sum(deal.amount_minor * deal.probability), 0)::text`.as('expected'),
    ])
    .groupBy(sql`1, 2, 3, 4, 5`)
    .execute();
}

/** How many activities each person logged since. */
export async function countActivitiesByAuthor(ctx: ActorContext, since: Date): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('crm.activities')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('occurred_at', '>=', since)
    .where('archived_at', 'is', null)
    .select(['created_by', sql<number>`count(*)::int`.as('count')])
    .groupBy('created_by')
    .execute();
  return new Map(rows.map((row) => [row.created_by, row.count]));
}

export async function readNames(ctx: ActorContext): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectFrom('core.memberships')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .select(['user_id', 'name'])
    .execute();
  return new Map(rows.map((row) => [row.user_id, row.name]));
}
