export { readDashboard } from './dashboard.queries.ts';
export type { Dashboard } from './dashboard.schema.ts';
export { dashboardFirstLook } from './first-look.ts';
