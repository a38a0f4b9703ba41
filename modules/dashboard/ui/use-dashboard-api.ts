'use client';
import { useApi } from '@aura/api/client';
import type { dashboardRouter } from '../dashboard.router.ts';

export function useDashboardApi() {
  return useApi<{ dashboard: typeof dashboardRouter }>();
}
