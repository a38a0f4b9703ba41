import type { ActorContext } from '@aura/api';
import { countOf, todayIn, topOpenDeals } from '@aura/deals';
import { AppError } from '@aura/kernel';
import { getPipeline, listPipelines } from '@aura/pipelines';
import { figureOf, stageFigures } from './figures.ts';
import { readOpenCells } from './open-cells.queries.ts';
import { soonFrom } from './period.ts';
import type { PipelineReport, PipelineReportInput } from './pipeline-report.schema.ts';
import { toCsv } from './report-csv.ts';

const FEW = 5;

/** F16.2: one pipeline as it stands, for a meeting. */
export async function readPipelineReport(
  ctx: ActorContext,
  { pipelineId, ...scope }: PipelineReportInput,
): Promise<PipelineReport> {
  const pipeline = pipelineId
    ? await getPipeline(ctx, pipelineId)
    : (await listPipelines(ctx, { archived: false })).items[0];
  if (!pipeline) throw new AppError('not_found', { detail: 'There is no pipeline yet.' });
  const now = ctx.clock();
  const today = todayIn(ctx.tenant.timezone, now);
  const soon = soonFrom(today);
  const own = { ...scope, pipelineId: pipeline.id };
  const closing = { closeFrom: soon.from, closeTo: soon.to };
  const [{ cells }, closingSoon, largest, longestInStage] = await Promise.all([
    readOpenCells(ctx, own, { soon, since: today }),
    topOpenDeals(ctx, { ...own, ...closing }, { order: 'closingFirst', limit: FEW }),
    topOpenDeals(ctx, own, { order: 'largest', limit: FEW }),
    topOpenDeals(ctx, own, { order: 'longestInStage', limit: FEW }),
  ]);
  return {
    asOf: now.toISOString(),
    pipelineId: pipeline.id,
    pipelineName: pipeline.name,
    open: figureOf({ ...own, status: 'open' }, cells),
    stages: stageFigures([pipeline], own, cells).map((stage) => {
      const inStage = cells.filter((cell) => cell.stage_id === stage.stageId);
      const days = inStage.reduce((sum, cell) => sum + cell.days, 0);
      return {
        ...stage,
        rotting: countOf(inStage.filter((cell) => cell.is_rotting)),
        averageDays: stage.count === 0 ? null : Math.round((days / stage.count) * 10) / 10,
      };
    }),
    closingSoon: {
      ...figureOf(
        { ...own, status: 'open', ...closing },
        cells.filter((cell) => cell.is_soon),
      ),
      deals: closingSoon,
    },
    largest,
    longestInStage,
  };
}

/** A row per stage and currency; a stage without deals has one row without amounts. */
export function pipelineReportCsv(report: PipelineReport): string {
  const rows = report.stages.flatMap((stage) => {
    const sums = stage.sums.length > 0 ? stage.sums : [{ currency: '', count: 0, amount: '', weighted: '' }];
    return sums.map((sum) => [
      stage.pipelineName,
      stage.stageName,
      sum.count,
      sum.currency,
      sum.amount,
      sum.weighted,
      stage.rotting,
      stage.averageDays,
    ]);
  });
  return toCsv(['Pipeline', 'Stage', 'Deals', 'Currency', 'Amount', 'Weighted', 'Rotting', 'Average days'], rows);
}
