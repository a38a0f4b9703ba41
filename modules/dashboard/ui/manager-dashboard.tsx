'use client';

import { apiFailure } from '@aura/api/client';
import { EscalationsPanel } from '@aura/deals/client';
import { ForecastChart, ReportFilters, StageBars, useReportsApi, useReportView } from '@aura/reports/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DateText, useTimezone } from '@aura/ui/date-text';
import { formatDate } from '@aura/ui/format-date';
import { LinkButton } from '@aura/ui/link-button';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { isShortcut } from '@aura/ui/shortcuts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';
import { AttentionPanel, ClosingSoonPanel, type PanelState } from './deal-lists.tsx';
import { FiguresRow } from './figures-row.tsx';
import { FirstDeal } from './first-deal.tsx';
import { OnboardingCard } from './onboarding-card.tsx';
import { OwnerTable } from './owner-table.tsx';
import { RecentActivitiesPanel, RecentChangesPanel } from './recent-panels.tsx';
import { useDashboard } from './use-dashboard.ts';

const periods = ['month', 'quarter', 'year', 'custom'] as const;

/** Where the team stands, what is stuck and who needs help, in a minute. */
export function ManagerDashboard(): ReactNode {
  const [view, setView] = useReportView('month');
  const query = useDashboard(view);
  const { data } = query;
  const state = stateOf(query);
  const timezone = useTimezone();
  const refresh = async (): Promise<void> => {
    const { isError, data: fresh } = await query.refetch();
    const time = fresh ? formatDate(fresh.asOf, 'clock', timezone) : '';
    announce(isError ? "Couldn't update the dashboard" : `Dashboard updated ${time}`.trim());
  };
  useRefreshKey(() => void refresh());
  return (
    <div className="mx-auto flex max-w-360 flex-col gap-6">
      <div>
        <PageHeader
          title="Dashboard"
          subtitle={<Freshness asOf={data?.asOf} isError={query.isError} />}
          primaryAction={
            <LinkButton variant="primary" href="/deals?layout=table&attention=any">
              Review pipeline
            </LinkButton>
          }
          actions={
            <Button
              icon={<RefreshCw aria-hidden />}
              aria-keyshortcuts="R"
              loading={query.isFetching && !query.isPending}
              loadingLabel="Refreshing…"
              onClick={() => void refresh()}
            >
              Refresh
            </Button>
          }
        />
        <ReportFilters view={view} setView={setView} periods={periods} />
      </div>
      <OnboardingCard dashboard={data} />
      {data && isEmpty(data) ? (
        <FirstDeal />
      ) : (
        <Overview data={data} state={state} scope={{ pipelineId: view.pipelineId, ownerId: view.ownerId }} />
      )}
    </div>
  );
}

type Scope = { pipelineId: string | null; ownerId: string | null };

function Overview({ data, state, scope }: { data: Dashboard | undefined; state: PanelState; scope: Scope }): ReactNode {
  return (
    <>
      <FiguresRow data={data} status={state.status} onRetry={state.onRetry} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <AttentionPanel data={data} state={state} />
        <div className="flex min-w-0 flex-col gap-6">
          <EscalationsPanel />
          <Panel title="Pipeline by stage" {...state}>
            {data ? <StageBars stages={data.stages} open={data.open} /> : null}
          </Panel>
          <ForecastPanel scope={scope} />
        </div>
      </div>
      {data ? (
        <div>
          <h2 className="pb-3 text-h2">Team</h2>
          <OwnerTable owners={data.byOwner} />
        </div>
      ) : (
        <Panel title="Team" {...state} />
      )}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-6">
          <ClosingSoonPanel data={data} state={state} />
          <RecentChangesPanel data={data} state={state} />
        </div>
        <RecentActivitiesPanel data={data} state={state} />
      </div>
    </>
  );
}

/** The next half year, whatever period the figures are about: it is about what is open. */
function ForecastPanel({ scope: { pipelineId, ownerId } }: { scope: Scope }): ReactNode {
  const input = { ...(pipelineId ? { pipelineId } : {}), ...(ownerId ? { ownerId } : {}) };
  const query = useQuery(useReportsApi().reports.forecast.queryOptions(input, { placeholderData: keepPreviousData }));
  return (
    <Panel title="Forecast by month" {...stateOf(query)}>
      {query.data ? <ForecastChart data={query.data} /> : null}
    </Panel>
  );
}

type Query = { data: unknown; isError: boolean; error: unknown; refetch: () => unknown };

const stateOf = (query: Query): PanelState => ({
  status: query.data ? 'ready' : query.isError ? 'error' : 'loading',
  onRetry: () => void query.refetch(),
  reference: query.isError ? apiFailure(query.error).requestId : null,
});

const isEmpty = ({ open, current, previous }: Dashboard): boolean =>
  open.count + current.won.count + current.lost.count + previous.won.count === 0;

/** R asks for fresh figures. */
function useRefreshKey(onRefresh: () => void): void {
  const refresh = useEffectEvent(onRefresh);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'r' || !isShortcut(event)) return;
      event.preventDefault();
      refresh();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function Freshness({ asOf, isError }: { asOf: string | undefined; isError: boolean }): ReactNode {
  if (!asOf) return isError ? "Couldn't load the figures" : 'Loading the figures…';
  return (
    <>
      {isError ? "Couldn't update. These are the figures of " : 'Updated '}
      <DateText value={asOf} style="clock" />
    </>
  );
}
