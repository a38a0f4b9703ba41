import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, fromMinor, type Page } from '@aura/kernel';
import { findStage, getPipeline, listPipelines, type Pipeline } from '@aura/pipelines';
import { listDealPage } from './deal.queries.ts';
import type { Deal, DealBoard, DealBoardInput, DealColumnInput, DealFilter } from './deal.schema.ts';
import { filterDeals } from './deal-filter.queries.ts';

/** Every stage of a pipeline with its figures and first cards, under one filter. Open deals, unless a status is asked for. */
export async function readBoard(
  ctx: ActorContext,
  { pipelineId, sort, limit, ...given }: DealBoardInput,
): Promise<DealBoard> {
  const pipeline = await findPipeline(ctx, pipelineId);
  const filter = { ...given, status: given.status ?? ('open' as const) };
  const [figures, columns] = await Promise.all([
    sumDeals(ctx, { ...filter, pipelineId: pipeline.id }),
    Promise.all(
      pipeline.stages.map(async (stage) => {
        // A stage of another kind has no deal of this status: no need to ask.
        if (stage.kind !== filter.status) return { stage, page: { items: [], nextCursor: null } };
        // The figures say how many there are: no need to count.
        return { stage, page: await listCards(ctx, { ...filter, stageId: stage.id, sort, limit }, 0) };
      }),
    ),
  ]);
  return {
    pipelineId: pipeline.id,
    count: countOf(figures),
    sums: sumsOf(figures),
    columns: columns.map(({ stage, page }) => {
      const own = figures.filter((figure) => figure.stage_id === stage.id);
      const { id, name, kind, probability, color, expectedDays, requiredFields } = stage;
      return {
        stage: { id, name, kind, probability, color, expectedDays, requiredFields },
        count: countOf(own),
        sums: sumsOf(own),
        deals: page.items,
        nextCursor: page.nextCursor,
      };
    }),
  };
}

/** The next cards of one column; its cursor comes from the board or from the page before. */
export async function readColumn(ctx: ActorContext, { stageId, ...input }: DealColumnInput): Promise<Page<Deal>> {
  const stage = await findStage(ctx, stageId);
  if (!stage) throw new AppError('not_found');
  // Cards that are named are looked up, not paged: nobody asks how many there are.
  return listCards(ctx, { ...input, status: input.status ?? 'open', stageId }, input.ids?.length);
}

function listCards(ctx: ActorContext, input: DealColumnInput, count?: number): Promise<Page<Deal>> {
  // Keys in one order: the cursor is bound to the filters as text.
  const sorted = Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1))) as DealColumnInput;
  return listDealPage(ctx, { list: 'deals.column', count }, { ...sorted, deleted: false });
}

async function findPipeline(ctx: ActorContext, id: string | undefined): Promise<Pipeline> {
  if (id) return getPipeline(ctx, id);
  const [first] = (await listPipelines(ctx, { archived: false })).items;
  if (!first) throw new AppError('not_found', { detail: 'There is no pipeline yet.' });
  return first;
}

/** `expected`: amounts times probabilities, in hundredths of the minor unit, so that sums are rounded once. */
export type DealFigure = { stage_id: string; currency: string; count: number; amount: string; expected: string };

/** Counts and sums by stage and currency, in minor units. */
export async function sumDeals(ctx: ActorContext, filter: DealFilter): Promise<DealFigure[]> {
  const rows = await filterDeals(ctx, filter);
  return rows
    .select([
      'deal.stage_id',
      'deal.currency',
      sql<number>`count(*)::int`.as('count'),
      sql<string>`coalesce(sum(deal.amount_minor), 0)::text`.as('amount'),
      sql<string>`coalesce(sum(deal.amount_minor * deal.probability), 0)::text`.as('expected'),
    ])
    .groupBy(['deal.stage_id', 'deal.currency'])
    .execute();
}

export function countOf(figures: readonly { count: number }[]): number {
  return figures.reduce((total, figure) => total + figure.count, 0);
}

/** One sum per currency: amounts of different currencies are never added up. */
export function sumsOf(figures: readonly Omit<DealFigure, 'stage_id'>[]): DealBoard['sums'] {
  const totals = new Map<string, { count: number; amount: bigint; expected: bigint }>();
  for (const { currency, count, amount, expected } of figures) {
    const sum = totals.get(currency) ?? { count: 0, amount: 0n, expected: 0n };
    totals.set(currency, {
      count: sum.count + count,
      amount: sum.amount + BigInt(amount),
      expected: sum.expected + BigInt(expected),
    });
  }
  return [...totals]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, sum]) => ({
      currency,
      count: sum.count,
      amount: fromMinor(sum.amount, currency),
      weighted: fromMinor((sum.expected + 50n) / 100n, currency),
    }));
}
