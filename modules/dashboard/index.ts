export { readDashboard } from './dashboard.queries.ts';
export type { Dashboard } from './dashboard.schema.ts';
