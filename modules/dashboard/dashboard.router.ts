import { procedure, router } from '@aura/api';
import { readDashboard } from './dashboard.queries.ts';
import { dashboardInput, dashboardOutput, pipelineReportInput, pipelineReportOutput } from './dashboard.schema.ts';
import { pipelineReportCsv, readPipelineReport } from './pipeline-report.queries.ts';

export const dashboardRouter = router({
  read: procedure('report:read')
    .meta({ rest: { method: 'GET', path: '/reports/dashboard', summary: 'Read the numbers of the dashboard' } })
    .input(dashboardInput)
    .output(dashboardOutput)
    .query(({ ctx, input }) => readDashboard(ctx, input)),
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
});
