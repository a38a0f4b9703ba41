import { type RecordActions, useRecordActions } from '@aura/api/record-actions';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type { Contact } from '../contact.schema.ts';
import { useContactsApi } from './use-contacts-api.ts';

/** The contact of a page. */
export function useContact(id: string) {
  return useQuery(useContactsApi().get.queryOptions({ id }));
}

export type ContactEdit = RecordActions<Contact>;

export function useContactEdit(contact: Contact): ContactEdit {
  const api = useContactsApi();
  const { id } = contact;
  return useRecordActions({
    record: contact,
    update: useMutation(api.update.mutationOptions()).mutateAsync,
    archive: useMutation(api.archive.mutationOptions()).mutateAsync,
    restore: useMutation(api.restore.mutationOptions()).mutateAsync,
    queryKey: api.get.queryKey({ id }),
    shownBy: [api.list.queryKey(), api.timeline.infiniteQueryKey({ id })],
  });
}

export function useContactChanges(id: string): RecordChanges {
  const api = useContactsApi();
  return recordChangesOf(
    useInfiniteQuery(api.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
