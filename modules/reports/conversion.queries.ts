import type { ActorContext } from '@aura/api';
import { countOf, type DealFilter, readStayCells, type StayCell, type StayOutcome } from '@aura/deals';
import { readClosedCells } from './closed-cells.queries.ts';
import type { Conversion, StageConversion } from './conversion.schema.ts';
import type { DealCount, ReportInput, Scope } from './figure.schema.ts';
import { closedFigures, countFigure } from './figures.ts';
import { type Period, percentOf, quarterOf } from './period.ts';
import { toCsv } from './report-csv.ts';
import { readAsked, readStageNames, type StageName } from './report-scope.queries.ts';

/** Where deals stop: what became of those that came into each stage in the period. This quarter, unless one is given. */
export async function readConversion(ctx: ActorContext, input: ReportInput): Promise<Conversion> {
  const { scope, period, asOf } = await readAsked(ctx, input, { usual: quarterOf });
  const [cells, closed, stages] = await Promise.all([
    readStayCells(ctx, { ...scope, enteredFrom: period.from, enteredTo: period.to }),
    readClosedCells(ctx, scope, { current: period }),
    readStageNames(ctx),
  ]);
  const byStage = Map.groupBy(cells, (cell) => cell.stage_id);
  return {
    asOf,
    period,
    closed: closedFigures(scope, period, closed),
    stages: stages
      .filter((stage) => stage.kind === 'open' && (!scope.pipelineId || stage.pipelineId === scope.pipelineId))
      .filter((stage) => !stage.isRetired || byStage.has(stage.id))
      .map((stage) => conversionOf(stage, byStage.get(stage.id) ?? [], { scope, period })),
  };
}

type Within = { scope: Scope; period: Period };

function conversionOf(stage: StageName, cells: readonly StayCell[], { scope, period }: Within): StageConversion {
  // The stage tells the pipeline that the stay was in; the deal may be in another by now.
  const stay: DealFilter = {
    ...(scope.ownerId ? { ownerId: scope.ownerId } : {}),
    enteredStageId: stage.id,
    enteredFrom: period.from,
    enteredTo: period.to,
  };
  const of = (outcome: StayOutcome): DealCount =>
    countFigure(
      { ...stay, stayOutcome: outcome },
      cells.filter((cell) => cell.outcome === outcome),
    );
  const [on, lost, back, here] = [of('on'), of('lost'), of('back'), of('here')];
  return {
    stageId: stage.id,
    stageName: stage.name,
    pipelineId: stage.pipelineId,
    pipelineName: stage.pipelineName,
    entered: countFigure(stay, cells),
    on,
    lost,
    back,
    here,
    onPercent: percentOf(on.count, on.count + lost.count + back.count),
    medianDays: medianOf(cells.filter((cell) => cell.outcome !== 'here')),
  };
}

/** The middle of whole days, each so many times; of an even number the lower of the two in the middle. */
export function medianOf(cells: readonly { days: number | null; count: number }[]): number | null {
  const middle = (countOf(cells) + 1) >> 1;
  let seen = 0;
  for (const { days, count } of cells.toSorted((a, b) => (a.days ?? 0) - (b.days ?? 0))) {
    seen += count;
    if (seen >= middle) return days;
  }
  return null;
}

export function conversionCsv({ stages }: Conversion): string {
  return toCsv(
    ['Pipeline', 'Stage', 'Entered', 'Went on', 'Lost there', 'Went back', 'Still there', 'Went on %', 'Median days'],
    stages.map(({ pipelineName, stageName, entered, on, lost, back, here, onPercent, medianDays }) => [
      pipelineName,
      stageName,
      ...[entered, on, lost, back, here].map(({ count }) => count),
      onPercent,
      medianDays,
    ]),
  );
}
