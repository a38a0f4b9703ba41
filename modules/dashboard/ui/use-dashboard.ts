import { periodOfView, type ReportView, useToday } from '@aura/reports/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDashboardApi } from './use-dashboard-api.ts';

/** Changes are pushed; this is for what time alone changes: a step falls due, a day ends. */
const REFRESH_MS = 60_000;

type View = Pick<ReportView, 'period'> & Partial<ReportView>;

/** The numbers, asked again while the page is in sight. Old ones stay until new ones are there. */
export function useDashboard({ period, from = null, to = null, pipelineId, ownerId }: View) {
  const today = useToday();
  const input = {
    ...periodOfView({ period, from, to }, today),
    ...(pipelineId ? { pipelineId } : {}),
    ...(ownerId ? { ownerId } : {}),
  };
  return useQuery(
    useDashboardApi().dashboard.read.queryOptions(input, {
      refetchInterval: REFRESH_MS,
      refetchOnWindowFocus: 'always',
      placeholderData: keepPreviousData,
    }),
  );
}
