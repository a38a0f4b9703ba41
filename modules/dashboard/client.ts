'use client';

export type { Dashboard, OwnerFigure } from './dashboard.schema.ts';
export { DashboardScreen } from './ui/dashboard-screen.tsx';
export { useDashboardApi } from './ui/use-dashboard-api.ts';
