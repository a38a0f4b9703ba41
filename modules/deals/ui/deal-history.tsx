'use client';

import { changeText } from '@aura/activities/client';
import type { RecordChanges, TimelineEntry } from '@aura/audit/client';
import { useMemberNames } from '@aura/members/client';
import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import type { ReactNode } from 'react';

type HistoryRow = { key: string; entry: TimelineEntry; what: string; from: string; to: string };

const columns: readonly Column<HistoryRow>[] = [
  {
    id: 'when',
    header: 'When',
    cell: (row) => <DateText value={row.entry.occurredAt} style="date-time" />,
    className: 'font-normal',
  },
  { id: 'who', header: 'Who', cell: (row) => row.entry.actorName ?? 'Aura' },
  { id: 'what', header: 'What', cell: (row) => <span className="wrap-anywhere">{row.what}</span> },
  { id: 'from', header: 'From', cell: (row) => <span className="wrap-anywhere">{row.from || '—'}</span> },
  { id: 'to', header: 'To', cell: (row) => <span className="wrap-anywhere">{row.to || '—'}</span>, card: 'show' },
];

/** Every change of the deal, field by field. Nothing here can be edited. */
export function DealHistory({ changes }: { changes: RecordChanges }): ReactNode {
  const members = useMemberNames();
  // Calls and notes have the timeline; here stand changes of the deal itself.
  const entries = changes.entries.filter(({ entity }) => entity === 'deal');
  const rows = entries.flatMap((entry) => rowsOf(entry, (userId) => members.get(userId)?.name ?? 'someone'));
  const { more } = changes;
  return (
    <div className="flex flex-col gap-3">
      <DataTable
        caption="Changes of this deal"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        rowLabel={(row) => row.what}
        density="compact"
        scroll="page"
        status={changes.isFailed ? 'error' : changes.isLoading && rows.length === 0 ? 'loading' : 'ready'}
        onRetry={changes.retry}
        empty="Nothing has changed yet."
      />
      {more ? (
        <Button className="self-start" loading={changes.isLoading} onClick={more}>
          Show earlier
        </Button>
      ) : null}
    </div>
  );
}

function rowsOf(entry: TimelineEntry, nameOf: (userId: string) => string): HistoryRow[] {
  const { verb, lines } = changeText(entry, nameOf);
  const what = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
  if (lines.length === 0) return [{ key: entry.id, entry, what, from: '', to: '' }];
  return lines.map((line, index) => ({
    key: `${entry.id} ${index}`,
    entry,
    what: line.field || what,
    from: line.from,
    to: line.to,
  }));
}
