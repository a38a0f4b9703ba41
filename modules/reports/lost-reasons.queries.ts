import type { ActorContext } from '@aura/api';
import { countOf, type DealFilter } from '@aura/deals';
import { type LostCell, readClosedCells, readLostCells } from './closed-cells.queries.ts';
import type { ReportInput } from './figure.schema.ts';
import { closedFigures, figureOf } from './figures.ts';
import type { LostReasons } from './lost-reasons.schema.ts';
import { quarterOf } from './period.ts';
import { sumRows, toCsv } from './report-csv.ts';
import { readAsked, readStageNames } from './report-scope.queries.ts';

// Reasons are free text: more kinds than a page can show are no answer.
const REASONS_MAX = 100;

/** Why deals were lost, and where. This quarter, unless a period is given. */
export async function readLostReasons(ctx: ActorContext, input: ReportInput): Promise<LostReasons> {
  const { scope, period, asOf } = await readAsked(ctx, input, { usual: quarterOf });
  const [cells, closed, stageNames] = await Promise.all([
    readLostCells(ctx, scope, period),
    readClosedCells(ctx, scope, { current: period }),
    readStageNames(ctx),
  ]);
  const lost: DealFilter = { ...scope, status: 'lost', closeFrom: period.from, closeTo: period.to };
  const byReason = [...Map.groupBy(cells, (cell) => cell.lost_reason)]
    .toSorted(([a, first], [b, second]) => countOf(second) - countOf(first) || compare(a, b))
    .slice(0, REASONS_MAX);
  const byStage = Map.groupBy(cells, (cell) => cell.closed_from_stage_id);
  const stages = [...stageNames, { id: null, name: null }].flatMap(({ id, name }) => {
    const inStage = byStage.get(id);
    return inStage ? [{ stageId: id, stageName: name, cells: inStage }] : [];
  });
  return {
    asOf,
    period,
    closed: closedFigures(scope, period, closed),
    reasons: byReason.map(([reason, own]) => ({ reason, ...figureOf({ ...lost, ...reasonFilter(reason) }, own) })),
    stages: stages.map(({ stageId, stageName, cells: own }) => ({
      stageId,
      stageName,
      ...figureOf({ ...lost, ...stageFilter(stageId) }, own),
    })),
    cells: byReason.flatMap(([reason, own]) =>
      stages.flatMap(({ stageId, stageName }) => {
        const both = own.filter((cell: LostCell) => cell.closed_from_stage_id === stageId);
        const filter = { ...lost, ...reasonFilter(reason), ...stageFilter(stageId) };
        return both.length === 0 ? [] : [{ reason, stageId, stageName, ...figureOf(filter, both) }];
      }),
    ),
  };
}

const reasonFilter = (reason: string | null): DealFilter =>
  reason === null ? { noLostReason: true } : { lostReason: reason };
const stageFilter = (stageId: string | null): DealFilter => ({ closedFromStageId: stageId ?? 'none' });
const compare = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : 1);

export function lostReasonsCsv({ cells }: LostReasons): string {
  return toCsv(
    ['Reason', 'Lost in stage', 'Deals', 'Currency', 'Amount'],
    cells.flatMap(({ reason, stageName, sums }) =>
      sumRows(sums).map(([count, currency, amount]) => [reason, stageName, count, currency, amount]),
    ),
  );
}
