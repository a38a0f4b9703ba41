'use client';

import { apiFailure } from '@aura/api/client';
import { failureText } from '@aura/api/record-edit';
import { announce } from '@aura/ui/announce';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { DateText } from '@aura/ui/date-text';
import { LinkButton } from '@aura/ui/link-button';
import { totalText } from '@aura/ui/list-text';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { RecordMissing } from '@aura/ui/record-missing';
import { SkeletonHeader, SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Import } from '../import.schema.ts';
import { ImportCounts } from './import-counts.tsx';
import { entityNames } from './import-draft.ts';
import { ImportNotes } from './import-notes.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportProgress } from './import-progress.tsx';
import { StatusBadge } from './import-status.tsx';
import { isUnderWay, useImport } from './use-import.ts';
import { useImportsApi } from './use-imports-api.ts';

/** One import: how far it is, what it did, what it could not do, and its way back. */
export function ImportJobScreen({ id }: { id: string }): ReactNode {
  const query = useImport(id);
  if (query.data) return <Job job={query.data} />;
  if (query.isError) {
    const { status, requestId } = apiFailure(query.error);
    if (status === 404 || status === 422) return <RecordMissing noun="import" href="/import" listName="All imports" />;
    if (status === 403) return <RecordMissing noun="import" href="/dashboard" listName="Dashboard" />;
    return <Panel title="Import" status="error" onRetry={() => void query.refetch()} reference={requestId} />;
  }
  return (
    <SkeletonRegion label="Loading the import" className="flex flex-col gap-4">
      <SkeletonHeader />
      <SkeletonPanel />
    </SkeletonRegion>
  );
}

function Job({ job }: { job: Import }): ReactNode {
  const noun = entityNames[job.entity];
  useSpokenEnd(job);
  return (
    <div className="mx-auto flex max-w-240 flex-col gap-6">
      <PageHeader
        title={job.fileName}
        status={<StatusBadge job={job} />}
        breadcrumb={[{ label: 'Import', href: '/import' }]}
        subtitle={
          <>
            {job.dryRun ? 'A check of' : 'Import of'} {noun[1]}, <DateText value={job.createdAt} style="date-time" />
          </>
        }
        primaryAction={
          job.status === 'done' && !job.dryRun ? (
            <LinkButton variant="primary" href={`/${job.entity === 'members' ? 'settings/members' : job.entity}`}>
              Show {noun[1]}
            </LinkButton>
          ) : null
        }
        actions={job.abilities.undo ? <UndoButton job={job} /> : null}
      />
      {isUnderWay(job) ? (
        <>
          <ImportProgress job={job} />
          <p className="text-muted">
            You can leave this page: the import goes on, and its state is here when you come back.
          </p>
        </>
      ) : null}
      {job.status === 'failed' ? (
        <Banner
          tone="danger"
          title="The import did not work"
          actions={<LinkButton href="/import">Start again</LinkButton>}
        >
          {job.failure?.message ?? 'It stopped before the end.'}{' '}
          {job.created + job.updated > 0 ? 'What it did until then is counted below.' : 'Nothing was imported.'}
        </Banner>
      ) : null}
      {job.status === 'undone' && job.undo ? <Undone undo={job.undo} at={job.undoneAt} /> : null}
      {job.status === 'queued' ? null : <ImportCounts counts={job} />}
      <ImportNotes notes={job.notes} />
      {isUnderWay(job) ? null : <ImportProblems job={job} />}
    </div>
  );
}

function Undone({ undo, at }: { undo: NonNullable<Import['undo']>; at: string | null }): ReactNode {
  return (
    <Banner tone="info" title="This import was undone">
      <p>
        <DateText value={at} style="date-time" />: {undo.removed.toLocaleString('en-US')} removed,{' '}
        {undo.restored.toLocaleString('en-US')} put back.
      </p>
      {undo.keptCount > 0 ? (
        <details className="mt-2">
          <summary className="min-h-6">
            {undo.keptCount.toLocaleString('en-US')} {undo.keptCount === 1 ? 'was' : 'were'} kept, because someone had
            worked on {undo.keptCount === 1 ? 'it' : 'them'} since
          </summary>
          <ul className="mt-1 list-disc ps-5">
            {undo.kept.slice(0, 100).map(({ id, row, reason }) => (
              <li key={id}>
                Row {row}: {reasonTexts[reason]}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Banner>
  );
}

const reasonTexts = { edited: 'edited since', removed: 'removed since', in_use: 'used by other records' };

function UndoButton({ job }: { job: Import }): ReactNode {
  const [isAsking, setAsking] = useState(false);
  const api = useImportsApi();
  const queries = useQueryClient();
  const { mutateAsync } = useMutation(api.undo.mutationOptions());
  const undo = async (): Promise<void> => {
    try {
      const undone = await mutateAsync({ id: job.id });
      queries.setQueryData(api.get.queryKey({ id: job.id }), undone);
      announce('Import undone');
    } catch (error) {
      throw new Error(failureText(error), { cause: error });
    }
  };
  const noun = entityNames[job.entity];
  return (
    <>
      <Button icon={<Undo2 aria-hidden />} onClick={() => setAsking(true)}>
        Undo import
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title="Undo this import?"
        consequence={`${totalText({ total: job.created }, noun)} that it created ${job.created === 1 ? 'is' : 'are'} removed, and ${job.updated.toLocaleString('en-US')} that it changed ${job.updated === 1 ? 'is' : 'are'} put back. What someone has worked on since stays, and is listed afterwards.`}
        confirmLabel="Undo import"
        confirmingLabel="Undoing…"
        onConfirm={undo}
      />
    </>
  );
}

/** Says the end aloud to whoever has waited for it here. */
function useSpokenEnd(job: Import): void {
  const wasUnderWay = useRef(isUnderWay(job));
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay(job)) {
      announce(
        job.status === 'failed'
          ? 'The import did not work'
          : `Import done: ${job.created} created, ${job.updated} updated, ${job.failed} with problems`,
      );
    }
    wasUnderWay.current = isUnderWay(job);
  }, [job]);
}
