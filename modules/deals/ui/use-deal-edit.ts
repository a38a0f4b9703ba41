'use client';

import { failureText, type RecordEdit, useRecordEdit } from '@aura/api/record-edit';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { DealDetail } from '../deal.schema.ts';
import { useDealsApi } from './use-deals-api.ts';

export type DealEdit = RecordEdit<DealDetail> & { archive: () => Promise<void>; restore: () => Promise<void> };

/** What a person can change on a deal's page; each answer shows at once, here and in the lists. */
export function useDealEdit(deal: DealDetail): DealEdit {
  const { deals } = useDealsApi();
  const queryClient = useQueryClient();
  const update = useMutation(deals.update.mutationOptions()).mutateAsync;
  const archiveIt = useMutation(deals.archive.mutationOptions()).mutateAsync;
  const restoreIt = useMutation(deals.restore.mutationOptions()).mutateAsync;
  const edit = useRecordEdit({
    record: deal,
    update,
    onRecord: (record: DealDetail) => {
      queryClient.setQueryData(deals.get.queryKey({ id: deal.id }), record);
      void queryClient.invalidateQueries(deals.pathFilter());
    },
  });
  const run = async (change: Promise<unknown>): Promise<void> => {
    try {
      await change;
    } catch (error) {
      throw new Error(failureText(error), { cause: error });
    } finally {
      await queryClient.invalidateQueries(deals.pathFilter());
    }
  };
  return {
    ...edit,
    archive: () => run(archiveIt({ id: deal.id, expectedVersion: deal.version })),
    restore: () => run(restoreIt({ id: deal.id })),
  };
}

export function useDealHistory(id: string): RecordChanges {
  const { deals } = useDealsApi();
  return recordChangesOf(
    useInfiniteQuery(deals.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
