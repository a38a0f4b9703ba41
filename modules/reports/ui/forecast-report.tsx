'use client';

import { type Column, DataTable } from '@aura/ui/data-table';
import { SegmentBars, type SegmentLook } from '@aura/ui/segment-bars';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Forecast } from '../forecast.schema.ts';
import { type ForecastBand, forecastBands } from '../forecast.ts';
import { CountLink, SumLines } from './count-link.tsx';
import { dealsText, sizeOf, sumsText } from './figure-text.ts';
import { ChartAndTable, ReportFrame } from './report-frame.tsx';
import { periodText, reportInputOf, useReportView, useToday } from './report-view.ts';
import { useReportsApi } from './use-reports-api.ts';

const words: Readonly<Record<ForecastBand, string>> = {
  committed: 'Committed, 75% and more',
  best: 'Best case, 50% to 74%',
  pipeline: 'Pipeline, under 50%',
};
const looks: Readonly<Record<ForecastBand, SegmentLook>> = { committed: 'solid', best: 'hatch', pipeline: 'outline' };

/** What is expected to close, month by month, and how sure that is. */
export function ForecastReport({ isRep }: { isRep: boolean }): ReactNode {
  const [view, setView] = useReportView('half');
  const input = reportInputOf(view, useToday());
  const query = useQuery(useReportsApi().reports.forecast.queryOptions(input, { placeholderData: keepPreviousData }));
  const filters = { view, setView, periods: ['half', 'month', 'quarter', 'year', 'custom'] as const, hasOwner: !isRep };
  return (
    <ReportFrame report="forecast" query={query} input={input} filters={filters}>
      {(data) => (
        <ChartAndTable chart={<ForecastChart data={data} />}>
          <DataTable
            caption="Forecast by month"
            columns={columns}
            rows={rowsOf(data)}
            rowKey={({ id }) => id}
            rowLabel={({ name }) => name}
            scroll="page"
          />
        </ChartAndTable>
      )}
    </ReportFrame>
  );
}

/** The months as bars. In one currency they are value; in several they are counts, which do add up. */
export function ForecastChart({ data }: { data: Forecast }): ReactNode {
  const [only, ...others] = data.total.sums;
  const sizeIn = (figure: Forecast['total']): number =>
    only && others.length === 0 ? sizeOf(figure.sums, 'amount', only.currency) : figure.count;
  const caption =
    data.total.count === 0
      ? 'No open deal is expected to close in this period.'
      : `${dealsText(data.total.count)} are expected to bring ${sumsText(data.total.sums, 'weighted')}, weighted by their probabilities.`;
  return (
    <SegmentBars
      caption={caption}
      legend={forecastBands.map((band) => ({ look: looks[band], label: words[band] }))}
      bars={data.months.map((month) => ({
        id: month.period.from,
        label: periodText(month.period),
        text:
          month.total.count === 0
            ? 'No deals'
            : `${dealsText(month.total.count)} · ${sumsText(month.total.sums, 'amount')} · ${sumsText(month.total.sums, 'weighted')} weighted`,
        segments: forecastBands.map((band) => ({ id: band, value: sizeIn(month[band]), look: looks[band] })),
      }))}
    />
  );
}

type Row = { id: string; name: string; total: Forecast['total'] } & Partial<Record<ForecastBand, Forecast['total']>>;

function rowsOf(data: Forecast): Row[] {
  const { committed, best, pipeline, total, earlier, later, undated } = data;
  return [
    ...data.months.map((month) => ({ ...month, id: month.period.from, name: periodText(month.period) })),
    { id: 'all', name: 'Whole period', committed, best, pipeline, total },
    { id: 'earlier', name: 'Expected earlier', total: earlier },
    { id: 'later', name: 'Expected later', total: later },
    { id: 'undated', name: 'Without a close date', total: undated },
  ];
}

const bandColumn = (band: ForecastBand, header: string): Column<Row> => ({
  id: band,
  header,
  align: 'end',
  cell: (row) => {
    const figure = row[band];
    if (!figure) return '';
    return (
      <>
        <CountLink figure={figure} what={`${header.toLowerCase()} deals, ${row.name}`} />
        {figure.count > 0 ? <SumLines sums={figure.sums} measure="amount" /> : null}
      </>
    );
  },
  card: 'more',
});

const columns: readonly Column<Row>[] = [
  { id: 'month', header: 'Close date', cell: ({ name }) => name },
  bandColumn('committed', 'Committed'),
  bandColumn('best', 'Best case'),
  bandColumn('pipeline', 'Pipeline'),
  {
    id: 'deals',
    header: 'All deals',
    align: 'end',
    cell: ({ total, name }) => <CountLink figure={total} what={`deals, ${name}`} />,
    card: 'show',
  },
  {
    id: 'value',
    header: 'Value',
    align: 'end',
    cell: ({ total }) => <SumLines sums={total.sums} measure="amount" />,
    card: 'show',
  },
  {
    id: 'weighted',
    header: 'Weighted',
    align: 'end',
    cell: ({ total }) => <SumLines sums={total.sums} measure="weighted" />,
    card: 'show',
  },
];
