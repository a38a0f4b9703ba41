'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { Panel } from '@aura/ui/panel';
import { toast } from '@aura/ui/toast';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Import, ImportErrors } from '../../import/import.schema.ts';
import { useImportsApi } from './use-imports-api.ts';

const SHOWN = 100;
const ROWS_MAX = 10_000;
type Problem = ImportErrors['items'][number];

/** The rows that were refused and why, and all of them as a file to mend and bring again. */
export function ImportProblems({ job }: { job: Pick<Import, 'id' | 'failed' | 'dryRun'> }): ReactNode {
  const api = useImportsApi();
  const query = useInfiniteQuery({
    queryKey: api.errors.queryKey({ id: job.id, limit: SHOWN }),
    queryFn: ({ pageParam, client }) =>
      client.fetchQuery(api.errors.queryOptions({ id: job.id, limit: SHOWN, after: pageParam })),
    initialPageParam: 0,
    getNextPageParam: ({ nextAfter }) => nextAfter,
    enabled: job.failed > 0,
  });
  if (job.failed === 0) return null;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel
      title="Rows with problems"
      note={job.failed.toLocaleString('en-US')}
      status={query.data ? 'ready' : query.isError ? 'error' : 'loading'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
      actions={<DownloadButton id={job.id} />}
    >
      <p className="pb-3 text-muted">
        {job.dryRun
          ? 'These rows would be left out. The others are fine.'
          : 'These rows were left out. Mend them in the file and import it again: what is in already is recognised.'}
      </p>
      <DataTable
        caption="Rows with problems"
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.row} ${row.column} ${row.code}`}
        rowLabel={({ row }) => `row ${row}`}
        scroll="page"
        density="compact"
      />
      {query.hasNextPage ? (
        <Button className="mt-3" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Panel>
  );
}

const columns: readonly Column<Problem>[] = [
  {
    id: 'row',
    header: 'Row',
    cell: ({ row }) => row.toLocaleString('en-US'),
    className: 'w-20',
    isRowHeader: true,
  },
  { id: 'column', header: 'Column', cell: ({ column }) => column ?? 'whole row', className: 'max-w-40' },
  {
    id: 'value',
    header: 'Value',
    cell: ({ value }) => <span className="wrap-anywhere">{value === null || value === '' ? 'empty' : value}</span>,
    className: 'max-w-60',
  },
  { id: 'message', header: 'Problem', cell: ({ message }) => <span className="wrap-anywhere">{message}</span> },
];

/** The same list as a file; the server writes CSV when that is asked for. */
function DownloadButton({ id }: { id: string }): ReactNode {
  const { mutate, isPending } = useMutation({
    mutationFn: () => saveProblems(id),
    onError: () => toast({ title: "We couldn't make the file. Try again.", tone: 'danger' }),
  });
  return (
    <Button
      size="sm"
      icon={<Download aria-hidden />}
      loading={isPending}
      loadingLabel="Preparing…"
      onClick={() => mutate()}
    >
      Download as CSV
    </Button>
  );
}

async function saveProblems(id: string): Promise<void> {
  const response = await fetch(`/api/v1/imports/${id}/errors?limit=${ROWS_MAX}`, { headers: { accept: 'text/csv' } });
  if (!response.ok) throw new Error(`The list of problems was refused: ${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `problems-${id.slice(0, 8)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
