'use client';

import { inWords } from '@aura/api/record-edit';
import type { TableEditing } from '@aura/ui/data-table';
import { archiveRow, RowMenu } from '@aura/ui/row-menu';
import type { ReactNode } from 'react';
import { OwnerChoice, ownerReason } from './owner-edit.tsx';

type Owned = { id: string; name: string; ownerId: string; abilities: { archive: boolean; changeOwner: boolean } };

export type OwnedRowMenuProps<Row extends Owned> = {
  row: Row;
  href: string;
  /** Why this person does not change it; null: they do. */
  lock: string | null;
  /** "contacts", for what a role cannot do with them. */
  plural: string;
  save: TableEditing<Row>['save'];
  onEdit: () => void;
  calls: Record<'archive' | 'restore', (input: { id: string }) => Promise<unknown>>;
  onChanged: () => void;
};

/** What can be done from its row with a record that somebody owns. */
export function OwnedRowMenu<Row extends Owned>(props: OwnedRowMenuProps<Row>): ReactNode {
  const { row, href, lock, plural, save, onEdit, calls, onChanged } = props;
  const { id, name, ownerId, abilities } = row;
  return (
    <RowMenu
      row={row}
      href={href}
      edit={{ disabledReason: lock, onSelect: onEdit }}
      assign={{
        disabledReason: ownerReason(row),
        onSave: (owner) => save(row, { ownerId: owner }, `Owner of ${name}`),
        children: (choose) => <OwnerChoice ownerId={ownerId} onChoose={choose} />,
      }}
      archive={{
        disabledReason: abilities.archive ? null : `Your role can't archive ${plural}`,
        onArchive: () =>
          void archiveRow({
            name,
            archive: () => inWords(calls.archive({ id })),
            restore: () => inWords(calls.restore({ id })),
            onChanged,
          }),
      }}
    />
  );
}
