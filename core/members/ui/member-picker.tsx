'use client';

import { Combobox } from '@aura/ui/combobox';
import type { ReactNode } from 'react';
import { useMemberNames } from './member-names.ts';

export type MemberPickerProps = {
  /** A user id. */
  value: string | null;
  onValueChange: (userId: string | null) => void;
  placeholder?: string;
  /** Only where no Field stands around it. */
  'aria-label'?: string;
};

/** Finds an active member by name. */
export function MemberPicker({
  value,
  onValueChange,
  placeholder = 'Find a person',
  ...rest
}: MemberPickerProps): ReactNode {
  const members = useMemberNames();
  const options = [...members.values()]
    .filter(({ status }) => status === 'active')
    .map(({ userId, name }) => ({ value: userId, label: name }));
  const chosen = value === null ? null : { value, label: members.get(value)?.name ?? '…' };
  return (
    <Combobox
      {...rest}
      value={chosen}
      onValueChange={(option) => onValueChange(option?.value ?? null)}
      options={options}
      placeholder={placeholder}
      emptyText="Nobody of that name."
    />
  );
}
