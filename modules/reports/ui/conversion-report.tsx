'use client';

import { BarList } from '@aura/ui/bar-list';
import { type Column, DataTable } from '@aura/ui/data-table';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Conversion, StageConversion } from '../conversion.schema.ts';
import { CountLink } from './count-link.tsx';
import { ChartAndTable, isTooFew, ReportFrame, TooFewClosed } from './report-frame.tsx';
import { reportInputOf, useReportView, useToday } from './report-view.ts';
import { useReportsApi } from './use-reports-api.ts';

/** What became of the deals that came into each stage. */
export function ConversionReport({ isRep }: { isRep: boolean }): ReactNode {
  const [view, setView] = useReportView('quarter');
  const input = reportInputOf(view, useToday());
  const query = useQuery(useReportsApi().reports.conversion.queryOptions(input, { placeholderData: keepPreviousData }));
  const filters = { view, setView, periods: ['month', 'quarter', 'year', 'custom'] as const, hasOwner: !isRep };
  return (
    <ReportFrame report="conversion" query={query} input={input} filters={filters}>
      {(data) =>
        isTooFew(data.closed) ? (
          <TooFewClosed count={data.closed.won.count + data.closed.lost.count} />
        ) : (
          <ChartAndTable chart={<ConversionChart stages={data.stages} />}>
            <DataTable
              caption="Conversion by stage"
              columns={columns}
              rows={data.stages}
              rowKey={({ stageId }) => stageId}
              rowLabel={({ stageName }) => stageName}
              scroll="page"
            />
          </ChartAndTable>
        )
      }
    </ReportFrame>
  );
}

function ConversionChart({ stages }: { stages: Conversion['stages'] }): ReactNode {
  return (
    <BarList
      caption={captionOf(stages)}
      hasTableBelow
      full={100}
      columns={['Stage', 'Went on']}
      emptyText={captionOf(stages)}
      bars={stages.map((stage) => ({
        id: stage.stageId,
        label: stage.stageName,
        value: stage.onPercent ?? 0,
        text: progressText(stage),
      }))}
    />
  );
}

function progressText({ entered, on, lost, back, onPercent }: StageConversion): string {
  const left = (on.count + lost.count + back.count).toLocaleString('en-US');
  if (onPercent === null) return `${entered.count.toLocaleString('en-US')} entered, none has left yet`;
  return `${onPercent}% went on: ${on.count.toLocaleString('en-US')} of ${left} that left`;
}

function captionOf(stages: Conversion['stages']): string {
  const worst = stages.filter((stage) => stage.lost.count > 0).toSorted((a, b) => b.lost.count - a.lost.count)[0];
  if (stages.every((stage) => stage.entered.count === 0)) return 'No deal came into a stage in this period.';
  if (!worst) return 'No deal that came into a stage in this period has been lost.';
  return `Most deals are lost in ${worst.stageName}: ${worst.lost.count.toLocaleString('en-US')} of ${worst.entered.count.toLocaleString('en-US')} that came in.`;
}

type Part = 'entered' | 'on' | 'lost' | 'back' | 'here';
const partColumn = (part: Part, header: string, card: 'show' | 'more'): Column<StageConversion> => ({
  id: part,
  header,
  align: 'end',
  cell: (row) => <CountLink figure={row[part]} what={`deals, ${header.toLowerCase()}, ${row.stageName}`} />,
  card,
});

const columns: readonly Column<StageConversion>[] = [
  { id: 'stage', header: 'Stage', cell: ({ stageName }) => stageName, below: ({ pipelineName }) => pipelineName },
  partColumn('entered', 'Entered', 'show'),
  partColumn('on', 'Went on', 'show'),
  partColumn('lost', 'Lost there', 'show'),
  partColumn('back', 'Went back', 'more'),
  partColumn('here', 'Still there', 'more'),
  {
    id: 'rate',
    header: 'Went on, of those that left',
    align: 'end',
    cell: ({ onPercent }) => (onPercent === null ? '—' : `${onPercent}%`),
    card: 'show',
  },
  {
    id: 'days',
    header: 'Median days',
    align: 'end',
    cell: ({ medianDays }) => (medianDays === null ? '—' : medianDays.toLocaleString('en-US')),
    card: 'more',
  },
];
