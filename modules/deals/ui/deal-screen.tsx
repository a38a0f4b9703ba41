'use client';

import { apiFailure } from '@aura/api/client';
import { Panel } from '@aura/ui/panel';
import { RecordMissing } from '@aura/ui/record-missing';
import { SkeletonRecord, SkeletonRegion } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { DealActionsProvider } from './deal-actions.tsx';
import { dealsPath } from './deal-paths.ts';
import { DealRecord } from './deal-record.tsx';
import { useDealsApi } from './use-deals-api.ts';

/** Everything about one deal, and what can be done about it without leaving. */
export function DealScreen({ id }: { id: string }): ReactNode {
  const query = useQuery(useDealsApi().deals.get.queryOptions({ id }));
  if (query.data)
    return (
      <DealActionsProvider>
        <DealRecord deal={query.data} />
      </DealActionsProvider>
    );
  if (query.isError) {
    const { status, requestId } = apiFailure(query.error);
    if (status === 404 || status === 422) return <RecordMissing noun="deal" href={dealsPath} listName="All deals" />;
    return (
      <>
        <h1 className="sr-only">Deal</h1>
        <Panel title="Deal" status="error" onRetry={() => void query.refetch()} reference={requestId} />
      </>
    );
  }
  return (
    <SkeletonRegion label="Loading the deal">
      <h1 className="sr-only">Deal</h1>
      <SkeletonRecord />
    </SkeletonRegion>
  );
}
