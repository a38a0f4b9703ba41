'use client';
import { useApi } from '@aura/api/client';
import type { reportRouter } from '../report.router.ts';

export function useReportsApi() {
  return useApi<{ reports: typeof reportRouter }>();
}
