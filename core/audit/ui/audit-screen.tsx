'use client';

import { ExportButton } from '@aura/exchange/client';
import { settingsCrumb } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { Link } from '@aura/ui/link';
import { PageHeader } from '@aura/ui/page-header';
import { Pagination } from '@aura/ui/pagination';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AuditDetail } from './audit-detail.tsx';
import { type AuditEvent, describeAction, describeEntity } from './audit-event.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditProof } from './audit-proof.tsx';
import { useAuditApi } from './use-audit-api.ts';
import { useAuditFilter } from './use-audit-filter.ts';

const columns: readonly Column<AuditEvent>[] = [
  {
    id: 'when',
    header: 'Time',
    cell: ({ occurredAt }) => <DateText value={occurredAt} style="date-time" />,
    className: 'tabular-nums',
  },
  { id: 'who', header: 'Who', cell: ({ actorName, actorId }) => actorName ?? (actorId ? 'Former member' : 'System') },
  {
    id: 'what',
    header: 'What',
    isRowHeader: true,
    cell: (event) => <span className="font-medium">{describeAction(event)}</span>,
  },
  {
    id: 'object',
    header: 'Object',
    cell: (event) => <AuditObject event={event} />,
  },
];

const withPages = ['contact', 'deal', 'organization'];

/** What it happened to. Records that have a page are a press away; others are told apart by the end of their id. */
function AuditObject({ event: { entity, entityId } }: { event: AuditEvent }): ReactNode {
  if (!entityId) return '—';
  const noun = describeEntity(entity).toLowerCase();
  if (withPages.includes(noun)) {
    return (
      <Link href={`/${noun}s/${entityId}`} className="inline-block min-h-6 text-link">
        Open the {noun}
        <span className="sr-only"> {entityId.slice(-8)}</span>
      </Link>
    );
  }
  return <code className="font-mono text-small text-muted">{entityId.slice(-8)}</code>;
}

/** The workspace's log: nobody can change or delete an entry. */
export function AuditScreen(): ReactNode {
  const { filter, isFiltered, clear, cursor, setCursor } = useAuditFilter();
  const [shown, setShown] = useState<AuditEvent | null>(null);
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery({
    ...useAuditApi().audit.list.queryOptions({ ...filter, ...(cursor ? { cursor } : {}), limit: 50 }),
    placeholderData: keepPreviousData,
  });
  const next = data?.nextCursor;
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Audit log"
        subtitle="Who changed what, and when. Entries can't be changed or deleted."
        actions={<ExportButton scope="audit-log" filter={filter} facts={data} isFiltered={isFiltered} />}
      />
      <AuditProof />
      <AuditFilters />
      <DataTable
        caption="Audit log, newest first"
        columns={columns}
        rows={data?.items ?? []}
        rowKey={({ id }) => id}
        rowLabel={describeAction}
        rowActions={(event) => (
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Details: ${describeAction(event)}`}
            onClick={() => setShown(event)}
          >
            Details
          </Button>
        )}
        status={error ? 'error' : isPending ? 'loading' : isPlaceholderData ? 'refreshing' : 'ready'}
        errorText="We couldn't load the log."
        onRetry={() => void refetch()}
        empty={<NothingFound isFiltered={isFiltered} onClear={clear} />}
        scroll="page"
      />
      {data && (next || cursor) ? (
        <Pagination
          summary={`${data.totalIsEstimate ? 'about ' : ''}${data.total.toLocaleString('en-US')} entries`}
          {...(cursor ? { onFirst: () => setCursor(null), onPrevious: () => history.back() } : {})}
          {...(next ? { onNext: () => setCursor(next) } : {})}
          loading={isPlaceholderData}
        />
      ) : null}
      <AuditDetail event={shown} onClose={() => setShown(null)} title={shown ? describeAction(shown) : ''} />
    </>
  );
}

function NothingFound({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }): ReactNode {
  if (!isFiltered)
    return <EmptyState title="Nothing has happened yet">Every change from now on appears here.</EmptyState>;
  return (
    <EmptyState
      kind="filtered"
      title="No entry fits these filters"
      action={<Button onClick={onClear}>Clear filters</Button>}
    />
  );
}
