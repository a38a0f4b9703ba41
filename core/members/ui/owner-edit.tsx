'use client';

import type { CellEdit } from '@aura/ui/data-table';
import type { ReactNode } from 'react';
import { MemberPicker } from './member-picker.tsx';

type Owned = { ownerId: string; abilities: { changeOwner: boolean } };

/** Why this person cannot give the record to another; null: they can. */
export function ownerReason({ abilities }: Owned): string | null {
  return abilities.changeOwner ? null : 'Only managers and admins change the owner';
}

export type OwnerChoiceProps = { ownerId: string; onChoose: (userId: string) => void };

/** Picks another owner: there is always one. */
export function OwnerChoice({ ownerId, onChoose }: OwnerChoiceProps): ReactNode {
  return (
    <MemberPicker
      aria-label="Owner"
      value={ownerId}
      onValueChange={(next) => (next && next !== ownerId ? onChoose(next) : undefined)}
    />
  );
}

/** The owner in a cell of a table. */
export function ownerEdit<Row extends Owned>(): CellEdit<Row> {
  return {
    kind: 'picked',
    lockedOf: ownerReason,
    picker: ({ ownerId }, choose) => <OwnerChoice ownerId={ownerId} onChoose={choose} />,
    patchOf: (ownerId) => ({ ownerId }),
  };
}
