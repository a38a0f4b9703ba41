export { readDashboard } from './dashboard.queries.ts';
export type { Dashboard, PipelineReport } from './dashboard.schema.ts';
export { pipelineReportCsv, readPipelineReport } from './pipeline-report.queries.ts';
