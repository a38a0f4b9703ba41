'use client';

import { inWords } from '@aura/api/record-edit';
import { OwnerChoice, ownerReason } from '@aura/members/client';
import type { TableEditing } from '@aura/ui/data-table';
import { archiveRow, RowMenu } from '@aura/ui/row-menu';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Contact } from '../contact.schema.ts';
import { contactLock } from './contact-labels.ts';
import { contactPath } from './contact-paths.ts';
import { useContactsApi } from './use-contacts-api.ts';

type ContactRowMenuProps = { contact: Contact; save: TableEditing<Contact>['save']; onEdit: () => void };

/** What can be done with a contact from its row. */
export function ContactRowMenu({ contact, save, onEdit }: ContactRowMenuProps): ReactNode {
  const { id, name, ownerId, abilities } = contact;
  const api = useContactsApi();
  const queries = useQueryClient();
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (
    <RowMenu
      row={contact}
      href={contactPath(id)}
      edit={{ disabledReason: contactLock(contact), onSelect: onEdit }}
      assign={{
        disabledReason: ownerReason(contact),
        onSave: (owner) => save(contact, { ownerId: owner }, `Owner of ${name}`),
        children: (choose) => <OwnerChoice ownerId={ownerId} onChoose={choose} />,
      }}
      archive={{
        disabledReason: abilities.archive ? null : "Your role can't archive contacts",
        onArchive: () =>
          void archiveRow({
            name,
            archive: () => inWords(archive({ id })),
            restore: () => inWords(restore({ id })),
            onChanged: () => void queries.invalidateQueries(api.pathFilter()),
          }),
      }}
    />
  );
}
