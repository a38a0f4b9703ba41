'use client';

import { apiFailure } from '@aura/api/client';
import { SettingsSection, settingsCrumb, useMe } from '@aura/identity/client';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { RelativeTime } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { totalText } from '@aura/ui/list-text';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonRegion, SkeletonRows } from '@aura/ui/skeleton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Export } from '../../export/export.schema.ts';
import { ExportButton } from './export-button.tsx';
import { DownloadLink } from './export-outcome.tsx';
import { scopeNames, scopeNouns, sizeText } from './export-words.ts';
import { isBeingMade } from './use-export.ts';
import { useExportsApi } from './use-exports-api.ts';

const SHOWN = 25;
const POLL_MS = 2_000;

/** Taking data out: the whole workspace for admins, and one's own files of the last day. */
export function ExportsScreen(): ReactNode {
  const isAdmin = useMe()?.permissions.includes('export:workspace') === true;
  return (
    <>
      <PageHeader breadcrumb={settingsCrumb} title="Data" subtitle="Take records out of the workspace as a file." />
      {isAdmin ? (
        <SettingsSection
          title="The whole workspace"
          purpose="Every record that is not archived, as a zip of CSV files or as one JSON document."
        >
          <div>
            <ExportButton scope="workspace">Export the workspace</ExportButton>
          </div>
        </SettingsSection>
      ) : null}
      <SettingsSection
        title="Your exports"
        purpose="To export a list, open it and choose Export: what is filtered is what you get. Files are kept for 24 hours."
      >
        <OwnExports />
      </SettingsSection>
    </>
  );
}

function OwnExports(): ReactNode {
  const query = useInfiniteQuery(
    useExportsApi().list.infiniteQueryOptions(
      { limit: SHOWN },
      {
        staleTime: 0,
        getNextPageParam: ({ nextCursor }) => nextCursor,
        refetchInterval: ({ state }) =>
          state.data?.pages.some(({ items }) => items.some(isBeingMade)) ? POLL_MS : false,
      },
    ),
  );
  if (query.isError)
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3">
        {apiFailure(query.error).message}
        <Button size="sm" onClick={() => void query.refetch()}>
          Retry
        </Button>
      </p>
    );
  if (query.isPending)
    return (
      <SkeletonRegion>
        <SkeletonRows rows={3} />
      </SkeletonRegion>
    );
  const jobs = query.data.pages.flatMap(({ items }) => items);
  if (jobs.length === 0)
    return (
      <EmptyState title="Nothing exported yet" level={3}>
        Your files appear here, ready to download again for a day.
      </EmptyState>
    );
  return (
    <>
      <ul className="divide-y divide-line rounded-panel border border-line bg-surface">
        {jobs.map((job) => (
          <ExportRow key={job.id} job={job} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <Button className="self-start" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  );
}

function ExportRow({ job }: { job: Export }): ReactNode {
  const facts = [
    totalText({ total: job.rows }, scopeNouns[job.scope]),
    ...(job.bytes > 0 ? [sizeText(job.bytes)] : []),
  ];
  const isFiltered = Object.values(job.filter).some((value) => value !== false);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-[1_1_12rem]">
        <p className="font-medium">
          {scopeNames[job.scope]}
          {isFiltered ? ', filtered' : ''} <span className="font-normal text-muted">({job.format.toUpperCase()})</span>
        </p>
        <p className="text-small text-muted tabular-nums">
          {facts.join(' · ')} · <RelativeTime value={job.createdAt} />
        </p>
        {job.failure ? <p className="text-small text-danger">{job.failure.message}</p> : null}
      </div>
      {job.downloadUrl ? <DownloadLink job={job} /> : <ExportState status={job.status} />}
    </li>
  );
}

/** The state of an export in a word: never "ready" before it is. */
function ExportState({ status }: Pick<Export, 'status'>): ReactNode {
  switch (status) {
    case 'queued':
      return <Badge icon={<Clock aria-hidden />}>Queued</Badge>;
    case 'running':
      return (
        <Badge tone="info" icon={<LoaderCircle aria-hidden />}>
          Preparing
        </Badge>
      );
    case 'failed':
      return (
        <Badge tone="danger" icon={<CircleAlert aria-hidden />}>
          Failed
        </Badge>
      );
    case 'done':
    case 'expired':
      return <Badge>Expired</Badge>;
  }
}
