'use client';

import { activitiesHref, dealsHref, NumberLink, sizeOf, sumsText } from '@aura/reports/client';
import { type Column, DataTable, type Sort } from '@aura/ui/data-table';
import { type ReactNode, useState } from 'react';
import type { Dashboard, OwnerFigure } from '../dashboard.schema.ts';

/** Each person's pipeline. By name at first: a table to prepare a talk, not a ranking. */
export function OwnerTable({ owners }: { owners: Dashboard['byOwner'] }): ReactNode {
  const [sort, setSort] = useState<Sort>({ column: 'owner', direction: 'ascending' });
  return (
    <DataTable
      caption="Pipeline by rep"
      columns={columns}
      rows={sorted(owners, sort)}
      rowKey={({ ownerId }) => ownerId}
      rowLabel={({ ownerName }) => ownerName ?? 'Unknown'}
      sort={sort}
      onSortChange={setSort}
      scroll="page"
      empty="Nobody has deals in this period."
    />
  );
}

/** Sums in several currencies are not compared with each other: the commonest one decides. */
function sorted(owners: Dashboard['byOwner'], { column, direction }: Sort): OwnerFigure[] {
  const currency = commonestCurrency(owners);
  const measures: Record<string, (owner: OwnerFigure) => number> = {
    open: ({ open }) => open.count,
    value: ({ open }) => sizeOf(open.sums, 'amount', currency),
    weighted: ({ open }) => sizeOf(open.sums, 'weighted', currency),
    won: ({ won }) => sizeOf(won.sums, 'amount', currency),
    rate: ({ winRate }) => winRate ?? -1,
    activities: ({ activities7d }) => activities7d,
    attention: ({ attention }) => attention.count,
  };
  const measure = measures[column];
  const byName = owners.toSorted((a, b) => (a.ownerName ?? '').localeCompare(b.ownerName ?? ''));
  const ascending = measure ? byName.toSorted((a, b) => measure(a) - measure(b)) : byName;
  return direction === 'ascending' ? ascending : ascending.toReversed();
}

function commonestCurrency(owners: Dashboard['byOwner']): string {
  const counts = new Map<string, number>();
  for (const { open } of owners)
    for (const { currency, count } of open.sums) counts.set(currency, (counts.get(currency) ?? 0) + count);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const columns: readonly Column<OwnerFigure>[] = [
  { id: 'owner', header: 'Rep', isSortable: true, cell: ({ ownerName }) => ownerName ?? 'Unknown' },
  {
    id: 'open',
    header: 'Open',
    align: 'end',
    isSortable: true,
    cell: ({ open }) => <Count figure={open} what="open deals" />,
  },
  {
    id: 'value',
    header: 'Value',
    align: 'end',
    isSortable: true,
    cell: ({ open }) => sumsText(open.sums, 'amount'),
  },
  {
    id: 'weighted',
    header: 'Weighted',
    align: 'end',
    isSortable: true,
    cell: ({ open }) => sumsText(open.sums, 'weighted'),
  },
  {
    id: 'won',
    header: 'Won',
    align: 'end',
    isSortable: true,
    cell: ({ won }) => (
      <>
        <Count figure={won} what="won deals" />
        {won.count > 0 ? ` · ${sumsText(won.sums, 'amount')}` : null}
      </>
    ),
    card: 'more',
  },
  {
    id: 'rate',
    header: 'Win rate',
    align: 'end',
    isSortable: true,
    cell: ({ winRate }) => (winRate === null ? '—' : `${winRate}%`),
    card: 'more',
  },
  {
    id: 'activities',
    header: 'Activities, 7 days',
    align: 'end',
    isSortable: true,
    cell: ({ activities7d, activityFilter }) => (
      <NumberLink count={activities7d} href={activitiesHref(activityFilter)} what="activities of the last 7 days" />
    ),
    card: 'more',
  },
  {
    id: 'attention',
    header: 'Attention',
    align: 'end',
    isSortable: true,
    cell: ({ attention }) => <Count figure={attention} what="deals that need attention" />,
    card: 'show',
  },
];

const Count = ({ figure, what }: { figure: OwnerFigure['open']; what: string }): ReactNode => (
  <NumberLink count={figure.count} href={dealsHref(figure.filter)} what={what} />
);
