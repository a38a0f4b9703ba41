'use client';

import { LoadFailure, settingsCrumb } from '@aura/identity/client';
import { PageHeader } from '@aura/ui/page-header';
import { SkeletonPanel, SkeletonRegion } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTenantsApi } from './use-tenants-api.ts';
import { WorkspaceForm } from './workspace-form.tsx';

/** The company's own settings. */
export function WorkspaceScreen(): ReactNode {
  const { data, error, refetch } = useQuery(useTenantsApi().workspace.get.queryOptions());
  return (
    <>
      <PageHeader
        breadcrumb={settingsCrumb}
        title="Workspace"
        subtitle="How your company appears here, and what new records start with."
      />
      {data ? (
        <WorkspaceForm workspace={data} />
      ) : error ? (
        <LoadFailure thing="the workspace's settings" error={error} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRegion className="max-w-160">
          <SkeletonPanel lines={7} />
        </SkeletonRegion>
      )}
    </>
  );
}
