import type { ActorContext } from '@aura/api';
import { countOf, todayIn } from '@aura/deals';
import { AppError } from '@aura/kernel';
import { getPipeline, listPipelines } from '@aura/pipelines';
import type { PipelineReport, PipelineReportInput } from './dashboard.schema.ts';
import { readOpenCells } from './figures.queries.ts';
import { figureOf, stageFigures } from './figures.ts';

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
  const own = { ...scope, pipelineId: pipeline.id };
  const cells = await readOpenCells(ctx, own, { from: today, to: today });
  return {
    asOf: now.toISOString(),
    pipelineId: pipeline.id,
    pipelineName: pipeline.name,
    open: figureOf({ ...own, status: 'open' }, cells),
    stages: stageFigures([pipeline], own, cells).map((stage) => {
      const inStage = cells.filter((cell) => cell.stage_id === stage.stageId);
      const days = inStage.reduce((sum, cell) => sum + Number(cell.days), 0);
      return {
        ...stage,
        rotting: countOf(inStage.filter((cell) => cell.is_rotting)),
        averageDays: stage.count === 0 ? null : Math.round((days / stage.count) * 10) / 10,
      };
    }),
  };
}

/** A row per stage and currency; a stage without deals has one row without amounts. */
export function pipelineReportCsv(report: PipelineReport): string {
  const header = ['Pipeline', 'Stage', 'Deals', 'Currency', 'Amount', 'Weighted', 'Rotting', 'Average days'];
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
      stage.averageDays ?? '',
    ]);
  });
  return [header, ...rows].map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

// A leading =, +, - or @ would be run as a formula by a spreadsheet.
function csvField(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
