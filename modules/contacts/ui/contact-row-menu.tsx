'use client';

import { OwnedRowMenu } from '@aura/members/client';
import type { TableEditing } from '@aura/ui/data-table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { contactLock } from './contact-labels.ts';
import { contactPath } from './contact-paths.ts';
import { useContactsApi } from './use-contacts-api.ts';

type ContactRowMenuProps = { contact: Contact; save: TableEditing<Contact>['save']; onEdit: () => void };

/** What can be done with a contact from its row. */
export function ContactRowMenu({ contact, save, onEdit }: ContactRowMenuProps): ReactNode {
  const api = useContactsApi();
  const queries = useQueryClient();
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (
    <OwnedRowMenu
      row={contact}
      href={contactPath(contact.id)}
      lock={contactLock(contact)}
      plural="contacts"
      save={save}
      onEdit={onEdit}
      calls={{ archive, restore }}
      onChanged={() => void queries.invalidateQueries(api.pathFilter())}
    />
  );
}
