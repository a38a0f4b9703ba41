'use client';
import { useApi } from '@aura/api/client';
import type { dashboardRouter } from './dashboard.router.ts';

export { addDays, monthOf, type Period, periodBefore } from './dashboard.ts';
export type { Dashboard, Figure, OwnerFigure, PipelineReport } from './dashboard.schema.ts';

export function useDashboardApi() {
  return useApi<{ dashboard: typeof dashboardRouter }>();
}

export { DashboardScreen } from './ui/dashboard-screen.tsx';
