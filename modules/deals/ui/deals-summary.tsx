'use client';

import { Skeleton } from '@aura/ui/skeleton';
import type { ReactNode } from 'react';
import { type DealView, filterCount } from './deal-view.ts';
import { sumText } from './money-sums.ts';
import { useBoard } from './use-board.ts';

/** "84 deals · $1.24M open · $412K weighted · filtered", counted by the server under the same filter as the list. */
export function DealsSummary({ view }: { view: DealView }): ReactNode {
  // The table can show what no board does; its own count stands below it.
  const isOnlyTable = view.view === 'table' && (view.status === 'all' || view.stageId !== null);
  const { query } = useBoard(view, !isOnlyTable);
  if (isOnlyTable) return null;
  const board = query.data;
  if (query.isError && !board) return <span>Totals couldn't be loaded.</span>;
  if (!board) return <Skeleton className="h-4 w-64 max-w-full" />;
  const status = view.status === 'all' ? 'open' : view.status;
  const count = board.count.toLocaleString('en-US');
  if (board.count === 0) return filterCount(view) > 0 ? 'No deals under these filters' : 'No deals yet';
  return (
    <span className="tabular-nums">
      {count} {board.count === 1 ? 'deal' : 'deals'} · {sumText(board.sums, 'amount')} {status}
      {status === 'open' ? <> · {sumText(board.sums, 'weighted')} weighted</> : null}
      {filterCount(view) > 0 ? ' · filtered' : null}
    </span>
  );
}
