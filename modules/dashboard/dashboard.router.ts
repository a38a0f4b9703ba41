import { procedure, router } from '@aura/api';
import { readDashboard } from './dashboard.queries.ts';
import { dashboardInput, dashboardOutput } from './dashboard.schema.ts';

export const dashboardRouter = router({
  read: procedure('report:read')
    .meta({ rest: { method: 'GET', path: '/reports/dashboard', summary: 'Read the numbers of the dashboard' } })
    .input(dashboardInput)
    .output(dashboardOutput)
    .query(({ ctx, input }) => readDashboard(ctx, input)),
});
