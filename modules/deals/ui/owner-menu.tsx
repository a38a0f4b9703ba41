'use client';

import { AnchoredMenu } from '@aura/ui/anchored-menu';
import { Avatar } from '@aura/ui/avatar';
import { MenuRadioGroup, MenuRadioItem } from '@aura/ui/menu';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type Person, usePeople } from './people.ts';

type OwnerMenuProps = {
  shown: { deal: Deal; anchor: HTMLElement } | null;
  onClose: () => void;
  onAssign: (deal: Deal, person: Person) => void;
};

/** Everyone who can own the deal; typing the beginning of a name finds it. */
export function OwnerMenu({ shown, onClose, onAssign }: OwnerMenuProps): ReactNode {
  const people = usePeople();
  return (
    <AnchoredMenu
      anchor={shown?.anchor ?? null}
      label={shown ? `Owner of ${shown.deal.name}` : 'Owner'}
      onClose={onClose}
    >
      {shown ? (
        <MenuRadioGroup
          label="Owner"
          value={shown.deal.ownerId}
          onValueChange={(userId) => {
            const person = people.find((one) => one.userId === userId);
            if (!person) return;
            onAssign(shown.deal, person);
          }}
        >
          {people.map((person) => (
            <MenuRadioItem key={person.userId} value={person.userId} icon={<Avatar name={person.name} size="sm" />}>
              {person.name}
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      ) : null}
    </AnchoredMenu>
  );
}
