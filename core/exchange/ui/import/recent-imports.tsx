'use client';

import { apiFailure } from '@aura/api/client';
import { RelativeTime } from '@aura/ui/date-text';
import { Link } from '@aura/ui/link';
import { Panel } from '@aura/ui/panel';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { entityNames } from './import-draft.ts';
import { StatusBadge } from './import-status.tsx';
import { useImportsApi } from './use-imports-api.ts';

const SHOWN_MAX = 8;

/** The last imports of the workspace, to look at or to undo. */
export function RecentImports(): ReactNode {
  const query = useQuery(useImportsApi().list.queryOptions({ limit: SHOWN_MAX }, { staleTime: 0 }));
  const jobs = query.data?.items.filter(({ dryRun }) => !dryRun) ?? [];
  if (query.data && jobs.length === 0) return null;
  return (
    <Panel
      title="Recent imports"
      status={query.data ? 'ready' : query.isError ? 'error' : 'loading'}
      onRetry={() => void query.refetch()}
      reference={query.isError ? apiFailure(query.error).requestId : null}
      loadingLines={3}
    >
      <ul className="-my-2">
        {jobs.map((job) => (
          <li
            key={job.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5 last:border-b-0"
          >
            <span className="min-w-0 flex-[1_1_12rem]">
              <Link
                href={`/import/${job.id}`}
                className="block truncate font-medium underline-offset-3 hover:underline"
              >
                {job.fileName}
              </Link>
              <span className="text-small text-muted">
                {entityNames[job.entity][1]} · <RelativeTime value={job.createdAt} />
              </span>
            </span>
            <StatusBadge job={job} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
