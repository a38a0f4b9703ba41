'use client';

import { type RecordActions, useRecordActions } from '@aura/api/record-actions';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { DealDetail } from '../deal.schema.ts';
import { useDealsApi } from './use-deals-api.ts';

export type DealEdit = RecordActions<DealDetail>;

export function useDealEdit(deal: DealDetail): DealEdit {
  const { deals } = useDealsApi();
  return useRecordActions({
    record: deal,
    update: useMutation(deals.update.mutationOptions()).mutateAsync,
    archive: useMutation(deals.archive.mutationOptions()).mutateAsync,
    restore: useMutation(deals.restore.mutationOptions()).mutateAsync,
    queryKey: deals.get.queryKey({ id: deal.id }),
    shownBy: [deals.pathKey()],
  });
}

export function useDealHistory(id: string): RecordChanges {
  const { deals } = useDealsApi();
  return recordChangesOf(
    useInfiniteQuery(deals.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
