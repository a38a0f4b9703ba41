'use client';

import { MenuRadioGroup, MenuRadioItem } from '@aura/ui/menu';
import type { ReactNode } from 'react';
import { useMemberNames } from './member-names.ts';

export type OwnerFilterProps = { label?: string; value: string | null; onValueChange: (owner: string) => void };

/** Entries of a filter menu: whose records. `me` stays a word in the address, so a shared link means its reader. */
export function OwnerFilter({ label = 'Owner', value, onValueChange }: OwnerFilterProps): ReactNode {
  const members = [...useMemberNames().values()].filter(({ status }) => status === 'active');
  return (
    <MenuRadioGroup label={label} value={value ?? ''} onValueChange={onValueChange}>
      <MenuRadioItem value="me">Me</MenuRadioItem>
      {members.map(({ userId, name }) => (
        <MenuRadioItem key={userId} value={userId}>
          {name}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  );
}

/** "is me", "is Ana Ruiz". */
export function useOwnerText(value: string | null): string {
  const members = useMemberNames();
  if (value === 'me') return 'is me';
  return `is ${members.get(value ?? '')?.name ?? '…'}`;
}
