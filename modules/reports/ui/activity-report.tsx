'use client';

import { type Column, DataTable } from '@aura/ui/data-table';
import { formatDate } from '@aura/ui/format-date';
import { SegmentBars } from '@aura/ui/segment-bars';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ActivityCounts, ActivityReport as Report } from '../activity-report.schema.ts';
import type { Period } from '../period.ts';
import { NumberLink } from './count-link.tsx';
import { activitiesHref } from './deals-href.ts';
import { ChartAndTable, ReportFrame } from './report-frame.tsx';
import { reportInputOf, useReportView, useToday } from './report-view.ts';
import { useReportsApi } from './use-reports-api.ts';

const types = [
  { type: 'call', label: 'Calls', look: 'solid' },
  { type: 'meeting', label: 'Meetings', look: 'hatch' },
  { type: 'email', label: 'E-mails and notes', look: 'outline' },
] as const;

/** Who did how much, and in which week. */
export function ActivityReport({ isRep }: { isRep: boolean }): ReactNode {
  const [view, setView] = useReportView('month');
  const { pipelineId: _none, ...input } = reportInputOf({ ...view, pipelineId: null }, useToday()) as ReturnType<
    typeof reportInputOf
  > & { pipelineId?: string };
  const query = useQuery(useReportsApi().reports.activity.queryOptions(input, { placeholderData: keepPreviousData }));
  const filters = {
    view,
    setView,
    periods: ['month', 'quarter', 'year', 'custom'] as const,
    hasPipeline: false,
    hasOwner: !isRep,
  };
  return (
    <ReportFrame report="activity" query={query} input={input} filters={filters}>
      {(data) => (
        <ChartAndTable chart={<WeekChart data={data} />}>
          <Table
            caption="Activities by week"
            first="Week"
            rows={data.weeks.map((week) => ({ ...week, id: week.period.from, name: weekText(week.period) }))}
          />
          <Table
            caption="Activities by member"
            first="Member"
            rows={data.members.map((member) => ({ ...member, id: member.userId, name: member.name ?? 'Unknown' }))}
          />
        </ChartAndTable>
      )}
    </ReportFrame>
  );
}

const weekText = ({ from, to }: Period): string =>
  from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;

function WeekChart({ data }: { data: Report }): ReactNode {
  const busiest = data.weeks.toSorted((a, b) => b.total - a.total)[0];
  const caption =
    !busiest || busiest.total === 0
      ? 'No activity in this period.'
      : `${data.total.total.toLocaleString('en-US')} activities, most of them in the week of ${formatDate(busiest.period.from)}: ${busiest.total.toLocaleString('en-US')}.`;
  return (
    <SegmentBars
      caption={caption}
      legend={types}
      bars={data.weeks.map((week) => ({
        id: week.period.from,
        label: weekText(week.period),
        text: week.total.toLocaleString('en-US'),
        segments: types.map(({ type, look }) => ({
          id: type,
          look,
          value: type === 'email' ? week.email + week.note : week[type],
        })),
      }))}
    />
  );
}

type Row = ActivityCounts & { id: string; name: string };
type Kind = 'call' | 'email' | 'meeting' | 'note';

const kindColumn = (type: Kind, header: string): Column<Row> => ({
  id: type,
  header,
  align: 'end',
  cell: (row) => (
    <NumberLink
      count={row[type]}
      href={activitiesHref({ ...row.filter, type })}
      what={`${header.toLowerCase()}, ${row.name}`}
    />
  ),
  card: 'more',
});

function Table({ caption, first, rows }: { caption: string; first: string; rows: readonly Row[] }): ReactNode {
  return (
    <div>
      <h2 className="pb-2 text-h2">{caption}</h2>
      <DataTable
        caption={caption}
        columns={[
          { id: 'name', header: first, cell: ({ name }) => name },
          kindColumn('call', 'Calls'),
          kindColumn('email', 'E-mails'),
          kindColumn('meeting', 'Meetings'),
          kindColumn('note', 'Notes'),
          {
            id: 'total',
            header: 'All',
            align: 'end',
            cell: (row) => (
              <NumberLink count={row.total} href={activitiesHref(row.filter)} what={`activities, ${row.name}`} />
            ),
            card: 'show',
          },
        ]}
        rows={rows}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name}
        scroll="page"
        empty="Nobody logged an activity in this period."
      />
    </div>
  );
}
