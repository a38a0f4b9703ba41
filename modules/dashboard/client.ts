'use client';

export type { Dashboard, Figure, OwnerFigure, PipelineReport } from './dashboard.schema.ts';
export { addDays, monthOf, type Period, periodBefore } from './dashboard.ts';
export { DashboardScreen } from './ui/dashboard-screen.tsx';
export { useDashboardApi } from './ui/use-dashboard-api.ts';
