import { failureText, type RecordEdit, useRecordEdit } from '@aura/api/record-edit';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Organization } from '../organization.schema.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

/** The organization of a page. */
export function useOrganization(id: string) {
  return useQuery(useOrganizationsApi().get.queryOptions({ id }));
}

export type OrganizationEdit = RecordEdit<Organization> & {
  archive: () => Promise<void>;
  restore: () => Promise<void>;
};

/** What a person can do with it; every answer shows at once, here and in the lists. */
export function useOrganizationEdit(organization: Organization): OrganizationEdit {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const update = useMutation(api.update.mutationOptions()).mutateAsync;
  const archiveIt = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restoreIt = useMutation(api.restore.mutationOptions()).mutateAsync;
  const { id, version } = organization;

  const refresh = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.list.queryKey() }),
      queries.invalidateQueries({ queryKey: api.timeline.infiniteQueryKey({ id }) }),
      queries.invalidateQueries({ queryKey: api.tree.queryKey() }),
    ]);
  const edit = useRecordEdit({
    record: organization,
    update,
    onRecord: (record: Organization) => {
      queries.setQueryData(api.get.queryKey({ id }), record);
      void refresh();
    },
  });
  const run = async (change: Promise<unknown>): Promise<void> => {
    try {
      await change;
    } catch (error) {
      throw new Error(failureText(error), { cause: error });
    } finally {
      void queries.invalidateQueries({ queryKey: api.get.queryKey({ id }) });
      void refresh();
    }
  };
  return {
    ...edit,
    archive: () => run(archiveIt({ id, expectedVersion: version })),
    restore: () => run(restoreIt({ id })),
  };
}

export function useOrganizationHistory(id: string): RecordChanges {
  const api = useOrganizationsApi();
  return recordChangesOf(
    useInfiniteQuery(api.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
