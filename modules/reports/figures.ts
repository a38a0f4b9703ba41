import { countOf, type DealFigure, type DealFilter, sumsOf } from '@aura/deals';
import type { Pipeline } from '@aura/pipelines';
import type { ClosedCell } from './closed-cells.queries.ts';
import type { ClosedFigures, DealCount, Figure, Scope, StageFigure } from './figure.schema.ts';
import { type Period, winRate } from './period.ts';

/** A figure is a sum of cells, with the filter of the list that shows the same deals. */
export function figureOf(filter: DealFilter, cells: readonly Omit<DealFigure, 'stage_id'>[]): Figure {
  return { ...countFigure(filter, cells), sums: sumsOf(cells) };
}

export function countFigure(filter: DealFilter, cells: readonly { count: number }[]): DealCount {
  const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
  return { count: countOf(cells), filter: given };
}

/** Every open stage in its order, those without deals too. */
export function stageFigures(
  pipelines: readonly Pipeline[],
  scope: Scope,
  cells: readonly DealFigure[],
): StageFigure[] {
  return pipelines
    .filter((pipeline) => !scope.pipelineId || pipeline.id === scope.pipelineId)
    .flatMap((pipeline) =>
      pipeline.stages
        .filter((stage) => stage.kind === 'open')
        .map((stage) => ({
          ...figureOf(
            { ...scope, pipelineId: pipeline.id, stageId: stage.id, status: 'open' },
            cells.filter((cell) => cell.stage_id === stage.id),
          ),
          stageId: stage.id,
          stageName: stage.name,
          pipelineId: pipeline.id,
          pipelineName: pipeline.name,
          color: stage.color,
          probability: stage.probability,
        })),
    );
}

export function closedFigures(scope: Scope, { from, to }: Period, cells: readonly ClosedCell[]): ClosedFigures {
  const days = { closeFrom: from, closeTo: to };
  const of = (status: 'won' | 'lost'): Figure =>
    figureOf(
      { ...scope, status, ...days },
      cells.filter((cell) => cell.status === status),
    );
  const [won, lost] = [of('won'), of('lost')];
  const closed = figureOf({ ...scope, closed: true, ...days }, cells);
  return { won, lost, closed, winRate: winRate(won.count, lost.count) };
}
