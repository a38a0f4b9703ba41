import { procedure, router } from '@aura/api';
import { activityReportCsv, readActivityReport } from './activity-report.queries.ts';
import { activityReportInput, activityReportOutput } from './activity-report.schema.ts';
import { conversionCsv, readConversion } from './conversion.queries.ts';
import { conversionOutput } from './conversion.schema.ts';
import { reportInput } from './figure.schema.ts';
import { forecastCsv, readForecast } from './forecast.queries.ts';
import { forecastOutput } from './forecast.schema.ts';
import { lostReasonsCsv, readLostReasons } from './lost-reasons.queries.ts';
import { lostReasonsOutput } from './lost-reasons.schema.ts';
import { pipelineReportCsv, readPipelineReport } from './pipeline-report.queries.ts';
import { pipelineReportInput, pipelineReportOutput } from './pipeline-report.schema.ts';

export const reportRouter = router({
  pipeline: procedure('report:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/reports/pipeline',
        summary: 'Read a pipeline as it stands, as JSON or CSV',
        formats: { 'text/csv': pipelineReportCsv },
      },
    })
    .input(pipelineReportInput)
    .output(pipelineReportOutput)
    .query(({ ctx, input }) => readPipelineReport(ctx, input)),
  forecast: procedure('report:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/reports/forecast',
        summary: 'Read what is expected to close by month, as JSON or CSV',
        formats: { 'text/csv': forecastCsv },
      },
    })
    .input(reportInput)
    .output(forecastOutput)
    .query(({ ctx, input }) => readForecast(ctx, input)),
  conversion: procedure('report:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/reports/conversion',
        summary: 'Read what became of the deals that came into each stage, as JSON or CSV',
        formats: { 'text/csv': conversionCsv },
      },
    })
    .input(reportInput)
    .output(conversionOutput)
    .query(({ ctx, input }) => readConversion(ctx, input)),
  activity: procedure('report:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/reports/activity',
        summary: 'Read the activities of each member by week, as JSON or CSV',
        formats: { 'text/csv': activityReportCsv },
      },
    })
    .input(activityReportInput)
    .output(activityReportOutput)
    .query(({ ctx, input }) => readActivityReport(ctx, input)),
  lostReasons: procedure('report:read')
    .meta({
      rest: {
        method: 'GET',
        path: '/reports/lost-reasons',
        summary: 'Read why and where deals were lost, as JSON or CSV',
        formats: { 'text/csv': lostReasonsCsv },
      },
    })
    .input(reportInput)
    .output(lostReasonsOutput)
    .query(({ ctx, input }) => readLostReasons(ctx, input)),
});
