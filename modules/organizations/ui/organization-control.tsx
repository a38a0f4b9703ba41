'use client';

import { type ReactNode, useState } from 'react';
import { OrganizationPicker, type PickedOrganization } from './organization-picker.tsx';

/** A picker that keeps what was picked and gives its id alone: the field of a bulk change. */
export function OrganizationControl({ onChange }: { onChange: (id: string | null) => void }): ReactNode {
  const [picked, setPicked] = useState<PickedOrganization | null>(null);
  return (
    <OrganizationPicker
      value={picked}
      onValueChange={(next) => {
        setPicked(next);
        onChange(next?.id ?? null);
      }}
    />
  );
}
