'use client';

import { BarList } from '@aura/ui/bar-list';
import { type Column, DataTable } from '@aura/ui/data-table';
import { Link } from '@aura/ui/link';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { LostReasons } from '../lost-reasons.schema.ts';
import { CountLink, SumLines } from './count-link.tsx';
import { dealsHref } from './deals-href.ts';
import { dealsText, sumsText } from './figure-text.ts';
import { ChartAndTable, isTooFew, ReportFrame, TooFewClosed } from './report-frame.tsx';
import { reportInputOf, useReportView, useToday } from './report-view.ts';
import { useReportsApi } from './use-reports-api.ts';

const reasonText = (reason: string | null): string => reason ?? 'No reason given';

/** Why deals were lost, and in which stage. */
export function LostReasonsReport({ isRep }: { isRep: boolean }): ReactNode {
  const [view, setView] = useReportView('quarter');
  const input = reportInputOf(view, useToday());
  const query = useQuery(
    useReportsApi().reports.lostReasons.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  const filters = { view, setView, periods: ['month', 'quarter', 'year', 'custom'] as const, hasOwner: !isRep };
  return (
    <ReportFrame report="lost-reasons" query={query} input={input} filters={filters}>
      {(data) =>
        isTooFew(data.closed) ? (
          <TooFewClosed count={data.closed.won.count + data.closed.lost.count} />
        ) : (
          <ChartAndTable chart={<ReasonChart data={data} />}>
            <DataTable
              caption="Lost deals by reason and stage"
              columns={columnsOf(data)}
              rows={data.reasons}
              rowKey={({ reason }) => reason ?? ''}
              rowLabel={({ reason }) => reasonText(reason)}
              scroll="page"
              empty="No deal was lost in this period."
            />
          </ChartAndTable>
        )
      }
    </ReportFrame>
  );
}

function ReasonChart({ data }: { data: LostReasons }): ReactNode {
  const [most] = data.reasons;
  const { lost } = data.closed;
  const share = most ? Math.round((most.count * 100) / lost.count) : 0;
  return (
    <BarList
      caption={most ? `“${reasonText(most.reason)}” stands behind ${share}% of ${dealsText(lost.count)} lost.` : ''}
      hasTableBelow
      columns={['Reason', 'Lost deals']}
      emptyText="No deal was lost in this period."
      bars={data.reasons.map((row) => ({
        id: row.reason ?? '',
        label: (
          <Link href={dealsHref(row.filter)} className="min-h-6 truncate py-0.5 underline-offset-3 hover:underline">
            {reasonText(row.reason)}
          </Link>
        ),
        value: row.count,
        text: `${dealsText(row.count)} · ${sumsText(row.sums, 'amount')}`,
        look: 'hatch',
      }))}
    />
  );
}

type Row = LostReasons['reasons'][number];

/** A column for each stage that deals were lost in. */
function columnsOf({ stages, cells }: LostReasons): Column<Row>[] {
  return [
    { id: 'reason', header: 'Reason', cell: ({ reason }) => reasonText(reason) },
    {
      id: 'deals',
      header: 'Lost',
      align: 'end',
      cell: (row) => <CountLink figure={row} what={`lost deals, ${reasonText(row.reason)}`} />,
    },
    { id: 'value', header: 'Value', align: 'end', cell: (row) => <SumLines sums={row.sums} measure="amount" /> },
    ...stages.map(({ stageId, stageName }): Column<Row> => {
      const header = stageName ? `in ${stageName}` : 'in no open stage';
      return {
        id: stageId ?? 'none',
        header,
        align: 'end',
        card: 'more',
        cell: ({ reason }) => {
          const cell = cells.find((one) => one.reason === reason && one.stageId === stageId);
          return cell ? (
            <CountLink figure={cell} what={`lost ${header}, ${reasonText(reason)}`} />
          ) : (
            <span className="text-muted">0</span>
          );
        },
      };
    }),
  ];
}
