'use client';

import { type Column, DataTable } from '@aura/ui/data-table';
import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';
import type { Dashboard, OwnerFigure } from '../dashboard.schema.ts';
import { dealsHref } from './deals-href.ts';
import { sumsText } from './figure-text.ts';

/** Each person's pipeline. In the order of names: a table to prepare a talk, not a ranking. */
export function OwnerTable({ owners }: { owners: Dashboard['byOwner'] }): ReactNode {
  const rows = owners.toSorted((a, b) => (a.ownerName ?? '').localeCompare(b.ownerName ?? ''));
  return (
    <DataTable
      caption="Pipeline by owner"
      columns={columns}
      rows={rows}
      rowKey={({ ownerId }) => ownerId}
      rowLabel={({ ownerName }) => ownerName ?? 'Unknown'}
      scroll="page"
      empty="Nobody has deals in this period."
    />
  );
}

const columns: readonly Column<OwnerFigure>[] = [
  { id: 'owner', header: 'Owner', cell: ({ ownerName }) => ownerName ?? 'Unknown' },
  { id: 'open', header: 'Open', align: 'end', cell: ({ open }) => <Count figure={open} what="open deals" /> },
  { id: 'value', header: 'Value', align: 'end', cell: ({ open }) => sumsText(open.sums, 'amount') },
  { id: 'weighted', header: 'Weighted', align: 'end', cell: ({ open }) => sumsText(open.sums, 'weighted') },
  {
    id: 'won',
    header: 'Won',
    align: 'end',
    cell: ({ won }) => (won.count === 0 ? '—' : `${sumsText(won.sums, 'amount')} (${won.count})`),
    card: 'more',
  },
  {
    id: 'rate',
    header: 'Win rate',
    align: 'end',
    cell: ({ winRate }) => (winRate === null ? '—' : `${winRate}%`),
    card: 'more',
  },
  {
    id: 'activities',
    header: 'Activities, 7 days',
    align: 'end',
    cell: ({ activities7d }) => activities7d.toLocaleString('en-US'),
    card: 'more',
  },
  {
    id: 'attention',
    header: 'Attention',
    align: 'end',
    cell: ({ attention }) => <Count figure={attention} what="deals that need attention" />,
    card: 'show',
  },
];

function Count({ figure, what }: { figure: OwnerFigure['open']; what: string }): ReactNode {
  if (figure.count === 0) return '0';
  return (
    <Link href={dealsHref(figure.filter)} prefetch={false} className="inline-block min-h-6 min-w-6 text-link">
      {figure.count.toLocaleString('en-US')}
      <span className="sr-only"> {what}</span>
    </Link>
  );
}
