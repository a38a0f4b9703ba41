import { type TableEdits, useTableEdits } from '@aura/members/client';
import { useMutation } from '@tanstack/react-query';
import type { Contact } from '../contact.schema.ts';
import { contactLabels, contactLock, contactNames } from './contact-labels.ts';
import { useContactsApi } from './use-contacts-api.ts';

/** Changing contacts in the cells of their list. */
export function useContactEdits(labels: Readonly<Record<string, string>>): TableEdits<Contact> {
  const api = useContactsApi();
  return useTableEdits<Contact>({
    update: useMutation(api.update.mutationOptions()).mutateAsync,
    lockedOf: contactLock,
    listKey: api.list.queryKey(),
    shownBy: api.pathKey(),
    labels: { ...labels, ...contactLabels },
    names: contactNames,
  });
}
