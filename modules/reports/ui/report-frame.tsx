'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Button } from '@aura/ui/button';
import { DateText } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { TabLinks } from '@aura/ui/tab-links';
import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ReportName, reportNames, reportWords } from '../report-names.ts';
import { CsvButton } from './csv-button.tsx';
import { searchOf } from './deals-href.ts';
import { ReportFilters, type ReportFiltersProps } from './report-filters.tsx';

type Query<Data> = {
  data: Data | undefined;
  isError: boolean;
  isPending: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => Promise<{ isError: boolean }>;
};

export type ReportFrameProps<Data> = {
  report: ReportName;
  query: Query<Data>;
  /** What is asked; the CSV file is about the same. */
  input: Readonly<Record<string, unknown>>;
  filters: ReportFiltersProps;
  actions?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** A report's question, its filters in the address, and how fresh the answer is. */
export function ReportFrame<Data extends { asOf: string }>(props: ReportFrameProps<Data>): ReactNode {
  const { report, query, input, filters, actions, children } = props;
  const { data } = query;
  const refresh = async (): Promise<void> => {
    const { isError } = await query.refetch();
    announce(isError ? "Couldn't update the report" : 'Report updated');
  };
  return (
    <div className="mx-auto flex max-w-360 flex-col gap-5">
      <div>
        <PageHeader
          title={reportWords[report].question}
          subtitle={<AsOf asOf={data?.asOf} isError={query.isError} />}
          actions={
            <>
              {actions}
              <CsvButton report={report} input={input} />
              <Button
                className="print:hidden"
                icon={<RefreshCw aria-hidden />}
                loading={query.isFetching && !query.isPending}
                loadingLabel="Refreshing…"
                onClick={() => void refresh()}
              >
                Refresh
              </Button>
            </>
          }
        />
        <div className="pb-4 print:hidden">
          <ReportTabs current={report} view={filters.view} />
        </div>
        <ReportFilters {...filters} />
      </div>
      {data ? (
        children(data)
      ) : (
        <Panel
          title={reportWords[report].tab}
          status={query.isError ? 'error' : 'loading'}
          loadingLines={8}
          onRetry={() => void query.refetch()}
          reference={query.isError ? apiFailure(query.error).requestId : null}
        />
      )}
    </div>
  );
}

/** The filters go along from report to report; a period only where it was chosen by days. */
function ReportTabs({ current, view }: { current: ReportName; view: ReportFiltersProps['view'] }): ReactNode {
  const { from, to, period, pipelineId, ownerId } = view;
  const kept = searchOf({ pipelineId, ownerId, ...(period === 'custom' ? { period, from, to } : {}) }).toString();
  return (
    <TabLinks
      label="Reports"
      items={reportNames.map((name) => ({
        href: `/reports/${name}${kept ? `?${kept}` : ''}`,
        label: reportWords[name].tab,
        isCurrent: name === current,
      }))}
    />
  );
}

function AsOf({ asOf, isError }: { asOf: string | undefined; isError: boolean }): ReactNode {
  if (!asOf) return isError ? "Couldn't load the report" : 'Loading the report…';
  return (
    <>
      {isError ? "Couldn't update. These are the figures of " : 'As of '}
      <DateText value={asOf} style="date-time" />. You see the deals you may see.
    </>
  );
}

const CLOSED_MIN = 5;

/** In place of shares of next to nothing. */
export function TooFewClosed({ count }: { count: number }): ReactNode {
  return (
    <EmptyState kind="filtered" title={`Needs at least ${CLOSED_MIN} closed deals in the period`}>
      {count === 0 ? 'There is none yet.' : `There ${count === 1 ? 'is 1' : `are ${count}`} so far.`} Choose a longer
      period, or another owner.
    </EmptyState>
  );
}

export const isTooFew = ({ won, lost }: { won: { count: number }; lost: { count: number } }): boolean =>
  won.count + lost.count < CLOSED_MIN;

/** The chart over the table; on a phone the table comes first. */
export function ChartAndTable({ chart, children }: { chart: ReactNode; children: ReactNode }): ReactNode {
  return (
    <div className="flex flex-col gap-6">
      <div className="min-w-0 rounded-panel border border-line bg-surface p-4 max-sm:order-last">{chart}</div>
      {children}
    </div>
  );
}
