'use client';

import { Button } from '@aura/ui/button';
import { type Column, DataTable } from '@aura/ui/data-table';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import type { Noun } from '@aura/ui/list-text';
import { toast } from '@aura/ui/toast';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkEdit, BulkFailure } from '../bulk.schema.ts';
import { doneText, skippedText } from './bulk-words.ts';
import { useBulkApi } from './use-bulk-api.ts';
import type { BulkRun } from './use-bulk-run.ts';

const SHOWN_MAX = 100;
const FILE_ROWS = 1_000;

/** What came of a bulk edit that left some records as they were: which, why, and as a file. */
export function BulkOutcome({ run, noun }: { run: BulkRun; noun: Noun }): ReactNode {
  const { outcome, closeOutcome, undo } = run;
  const edit = outcome?.edit;
  return (
    <Dialog
      size="lg"
      open={outcome !== null}
      onOpenChange={(isOpen) => (isOpen ? undefined : closeOutcome())}
      title={edit ? (skippedText(edit) ?? 'This was not finished') : ''}
      description={
        outcome && edit ? (edit.failure?.message ?? `${doneText(edit, noun, outcome.sentence)}.`) : undefined
      }
      footer={
        edit ? (
          <>
            {edit.abilities.undo ? <Button onClick={() => void undo(edit.id)}>Undo</Button> : null}
            {edit.failed > 0 ? <DownloadButton id={edit.id} /> : null}
            <DialogClose variant="primary">Close</DialogClose>
          </>
        ) : null
      }
    >
      {edit && edit.failed > 0 ? <Failures edit={edit} /> : null}
    </Dialog>
  );
}

function Failures({ edit }: { edit: BulkEdit }): ReactNode {
  const query = useQuery(useBulkApi().failures.queryOptions({ id: edit.id, limit: SHOWN_MAX }));
  return (
    <div className="flex flex-col gap-2">
      <DataTable
        caption="Skipped"
        columns={columns}
        rows={query.data?.items ?? []}
        rowKey={({ id }) => id}
        rowLabel={({ name }) => name ?? 'a record'}
        status={query.isError ? 'error' : query.isPending ? 'loading' : 'ready'}
        onRetry={() => void query.refetch()}
        scroll="page"
        density="compact"
      />
      {edit.failed > SHOWN_MAX ? (
        <p className="text-small text-muted">The first {SHOWN_MAX}. The file has more.</p>
      ) : null}
    </div>
  );
}

const columns: readonly Column<BulkFailure>[] = [
  { id: 'name', header: 'Name', cell: ({ name }) => name ?? 'Not there for you', className: 'max-w-60' },
  { id: 'message', header: 'Why', cell: ({ message }) => <span className="wrap-anywhere">{message}</span> },
];

function DownloadButton({ id }: { id: string }): ReactNode {
  const { mutate, isPending } = useMutation({
    mutationFn: () => saveFailures(id),
    onError: () => toast({ title: "We couldn't make the file. Try again.", tone: 'danger' }),
  });
  return (
    <Button icon={<Download aria-hidden />} loading={isPending} loadingLabel="Preparing…" onClick={() => mutate()}>
      Download as CSV
    </Button>
  );
}

async function saveFailures(id: string): Promise<void> {
  const response = await fetch(`/api/v1/bulk-edits/${id}/failures?limit=${FILE_ROWS}`, {
    headers: { accept: 'text/csv' },
  });
  if (!response.ok) throw new Error(`The list was refused: ${response.status}`);
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = `skipped-${id.slice(0, 8)}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
