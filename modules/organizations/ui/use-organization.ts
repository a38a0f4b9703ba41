import { type RecordActions, useRecordActions } from '@aura/api/record-actions';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { Organization } from '../organization.schema.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

/** The organization of a page. */
export function useOrganization(id: string) {
  return useQuery(useOrganizationsApi().get.queryOptions({ id }));
}

export type OrganizationEdit = RecordActions<Organization>;

export function useOrganizationEdit(organization: Organization): OrganizationEdit {
  const api = useOrganizationsApi();
  const { id } = organization;
  return useRecordActions({
    record: organization,
    update: useMutation(api.update.mutationOptions()).mutateAsync,
    archive: useMutation(api.archive.mutationOptions()).mutateAsync,
    restore: useMutation(api.restore.mutationOptions()).mutateAsync,
    queryKey: api.get.queryKey({ id }),
    shownBy: [api.list.queryKey(), api.timeline.infiniteQueryKey({ id })],
  });
}

export function useOrganizationHistory(id: string): RecordChanges {
  const api = useOrganizationsApi();
  return recordChangesOf(
    useInfiniteQuery(api.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
