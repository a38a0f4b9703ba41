'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DateText } from '@aura/ui/date-text';
import { LinkButton } from '@aura/ui/link-button';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { Select } from '@aura/ui/select';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { AttentionPanel, ClosingSoonPanel, type PanelState } from './deal-lists.tsx';
import { FiguresRow } from './figures-row.tsx';
import { FirstDeal } from './first-deal.tsx';
import { OnboardingCard } from './onboarding-card.tsx';
import { OwnerTable } from './owner-table.tsx';
import { PipelineFilter } from './pipeline-filter.tsx';
import { RecentActivitiesPanel, RecentChangesPanel } from './recent-panels.tsx';
import { type PeriodKind, periodKinds, periodNames } from './report-period.ts';
import { StageBars } from './stage-bars.tsx';
import { useDashboard, useDashboardView } from './use-dashboard.ts';

/** Where the team stands, what is stuck and who needs help, in a minute. */
export function ManagerDashboard(): ReactNode {
  const [view, setView] = useDashboardView();
  const query = useDashboard(view);
  const { data } = query;
  const status = data ? 'ready' : query.isError ? 'error' : 'loading';
  const state: PanelState = {
    status,
    onRetry: () => void query.refetch(),
    reference: query.isError ? apiFailure(query.error).requestId : null,
  };
  const refresh = async (): Promise<void> => {
    const { isError } = await query.refetch();
    announce(isError ? "Couldn't update the dashboard" : 'Dashboard updated');
  };
  const isEmpty =
    data !== undefined &&
    data.open.count + data.current.won.count + data.current.lost.count + data.previous.won.count === 0;
  return (
    <div className="mx-auto flex max-w-360 flex-col gap-6">
      <div>
        <PageHeader
          title="Dashboard"
          subtitle={<Freshness asOf={data?.asOf} isError={query.isError} />}
          primaryAction={
            <LinkButton variant="primary" href="/deals?view=table&attention=any">
              Review pipeline
            </LinkButton>
          }
          actions={
            <Button
              icon={<RefreshCw aria-hidden />}
              loading={query.isFetching && !query.isPending}
              loadingLabel="Refreshing…"
              onClick={() => void refresh()}
            >
              Refresh
            </Button>
          }
        />
        <div className="flex flex-wrap gap-3">
          <Select
            aria-label="Period"
            className="w-auto min-w-40"
            value={view.period}
            onChange={(event) => void setView({ period: event.target.value as PeriodKind })}
            options={periodKinds.map((value) => ({ value, label: periodNames[value] }))}
          />
          <PipelineFilter value={view.pipelineId} onValueChange={(pipelineId) => void setView({ pipelineId })} />
        </div>
      </div>
      <OnboardingCard dashboard={data} />
      {isEmpty ? (
        <FirstDeal />
      ) : (
        <>
          <FiguresRow data={data} status={status} onRetry={state.onRetry} />
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <AttentionPanel data={data} state={state} />
            <div className="flex min-w-0 flex-col gap-6">
              <Panel title="Pipeline by stage" {...state}>
                {data ? <StageBars data={data} /> : null}
              </Panel>
              <ClosingSoonPanel data={data} state={state} />
            </div>
          </div>
          {data ? (
            <section aria-label="By owner">
              <h2 className="pb-3 text-h2">By owner</h2>
              <OwnerTable owners={data.byOwner} />
            </section>
          ) : (
            <Panel title="By owner" {...state} />
          )}
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <RecentChangesPanel data={data} state={state} />
            <RecentActivitiesPanel data={data} state={state} />
          </div>
        </>
      )}
    </div>
  );
}

function Freshness({ asOf, isError }: { asOf: string | undefined; isError: boolean }): ReactNode {
  if (!asOf) return isError ? "Couldn't load the figures" : 'Loading the figures…';
  return (
    <>
      {isError ? "Couldn't update. These are the figures of " : 'Updated '}
      <DateText value={asOf} style="time" />
    </>
  );
}
