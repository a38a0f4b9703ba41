import { failureText, type RecordEdit, useRecordEdit } from '@aura/api/record-edit';
import { type RecordChanges, recordChangesOf } from '@aura/audit/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contact } from '../contact.schema.ts';
import { useContactsApi } from './use-contacts-api.ts';

/** The contact of a page. */
export function useContact(id: string) {
  return useQuery(useContactsApi().get.queryOptions({ id }));
}

export type ContactEdit = RecordEdit<Contact> & { archive: () => Promise<void>; restore: () => Promise<void> };

/** What a person can do with it; every answer shows at once, here and in the lists. */
export function useContactEdit(contact: Contact): ContactEdit {
  const api = useContactsApi();
  const queries = useQueryClient();
  const update = useMutation(api.update.mutationOptions()).mutateAsync;
  const archiveIt = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restoreIt = useMutation(api.restore.mutationOptions()).mutateAsync;
  const { id, version } = contact;

  const refresh = (): Promise<unknown> =>
    Promise.all([
      queries.invalidateQueries({ queryKey: api.list.queryKey() }),
      queries.invalidateQueries({ queryKey: api.timeline.infiniteQueryKey({ id }) }),
    ]);
  const edit = useRecordEdit({
    record: contact,
    update,
    onRecord: (record: Contact) => {
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

export function useContactChanges(id: string): RecordChanges {
  const api = useContactsApi();
  return recordChangesOf(
    useInfiniteQuery(api.timeline.infiniteQueryOptions({ id }, { getNextPageParam: ({ nextCursor }) => nextCursor })),
  );
}
