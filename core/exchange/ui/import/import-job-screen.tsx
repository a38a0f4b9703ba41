'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Banner } from '@aura/ui/banner';
import { DateText } from '@aura/ui/date-text';
import { LinkButton } from '@aura/ui/link-button';
import { PageHeader } from '@aura/ui/page-header';
import { Panel } from '@aura/ui/panel';
import { RecordMissing } from '@aura/ui/record-missing';
import { SkeletonHeader, SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Import } from '../../import/import.schema.ts';
import { ImportCounts } from './import-counts.tsx';
import { entityNames } from './import-draft.ts';
import { ImportNotes } from './import-notes.tsx';
import { ImportProblems } from './import-problems.tsx';
import { ImportProgress } from './import-progress.tsx';
import { StatusBadge } from './import-status.tsx';
import { UndoButton, Undone } from './import-undo.tsx';
import { isUnderWay, useImport } from './use-import.ts';

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

const placeOf: Readonly<Partial<Record<Import['entity'], string>>> = {
  members: 'settings/members',
  workspace: 'dashboard',
};

function Job({ job }: { job: Import }): ReactNode {
  const noun = entityNames[job.entity];
  useSpokenEnd(job);
  return (
    <div className="flex max-w-240 flex-col gap-6">
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
            <LinkButton variant="primary" href={`/${placeOf[job.entity] ?? job.entity}`}>
              Show {noun[1]}
            </LinkButton>
          ) : null
        }
        actions={job.abilities.undo ? <UndoButton job={job} /> : null}
      />
      <State job={job} />
      {job.status === 'undone' && job.undo ? <Undone undo={job.undo} at={job.undoneAt} /> : null}
      {job.status === 'queued' ? null : <ImportCounts counts={job} />}
      <ImportNotes notes={job.notes} />
      {isUnderWay(job) ? null : <ImportProblems job={job} />}
    </div>
  );
}

/** How far it is, or what went wrong with it. */
function State({ job }: { job: Import }): ReactNode {
  if (isUnderWay(job))
    return (
      <>
        <ImportProgress job={job} />
        <p className="text-muted">
          You can leave this page: the {job.undoing ? 'undo' : 'import'} goes on, and its state is here when you come
          back.
        </p>
      </>
    );
  if (job.status === 'done' && job.failure)
    return (
      <Banner tone="danger" title="The undo did not work" isAnnounced>
        {job.failure.message}
      </Banner>
    );
  if (job.status !== 'failed') return null;
  return (
    <Banner tone="danger" title="The import did not work" actions={<LinkButton href="/import">Start again</LinkButton>}>
      {job.failure?.message ?? 'It stopped before the end.'}{' '}
      {job.created + job.updated > 0 ? 'What it did until then is counted below.' : 'Nothing was imported.'}
    </Banner>
  );
}

/** Says the end aloud to whoever has waited for it here. */
function useSpokenEnd(job: Import): void {
  const wasUnderWay = useRef(isUnderWay(job));
  const wasUndoing = useRef(job.undoing);
  useEffect(() => {
    if (wasUnderWay.current && !isUnderWay(job)) announce(endOf(job, wasUndoing.current));
    wasUnderWay.current = isUnderWay(job);
    wasUndoing.current = job.undoing;
  }, [job]);
}

function endOf({ status, created, updated, failed }: Import, wasUndoing: boolean): string {
  if (wasUndoing) return status === 'undone' ? 'Import undone' : 'The undo did not work';
  return status === 'failed'
    ? 'The import did not work'
    : `Import done: ${created} created, ${updated} updated, ${failed} with problems`;
}
