import { useTimezone } from '@aura/ui/date-text';
import { dayOf } from '@aura/ui/zoned-time';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { type PeriodKind, periodAround, periodKinds } from './report-period.ts';
import { useDashboardApi } from './use-dashboard-api.ts';

const REFRESH_MS = 15_000;

/** What the address says the dashboard is about. */
export function useDashboardView() {
  return useQueryStates(
    {
      period: parseAsStringLiteral(periodKinds).withDefault('month'),
      pipelineId: parseAsString,
      ownerId: parseAsString,
    },
    { history: 'push' },
  );
}

/** Today in the workspace's time zone, "2026-03-04". */
export function useToday(): string {
  const [now] = useState(() => new Date());
  return dayOf(now, useTimezone());
}

type View = { period: PeriodKind; pipelineId?: string | null; ownerId?: string | null };

/** The numbers, asked again while the page is in sight. Old ones stay until new ones are there. */
export function useDashboard({ period, pipelineId, ownerId }: View) {
  const today = useToday();
  const input = {
    ...periodAround(today, period),
    ...(pipelineId ? { pipelineId } : {}),
    ...(ownerId ? { ownerId } : {}),
  };
  return useQuery(
    useDashboardApi().dashboard.read.queryOptions(input, {
      staleTime: 2_000,
      refetchInterval: REFRESH_MS,
      refetchOnWindowFocus: 'always',
      placeholderData: keepPreviousData,
    }),
  );
}
