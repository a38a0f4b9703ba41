'use client';

import { useFindBox } from '@aura/ui/find-box';
import { type ReactNode, useState } from 'react';
import type { CustomField } from '../custom-field.schema.ts';

export type FieldsInSight<Field> = {
  fields: readonly Field[];
  /** How many are behind the button. */
  hidden: number;
  showAll: () => void;
  /** A box that finds fields by their label; null where there are few. */
  finder: ReactNode;
};

const FEW = 8;
const noun = ['field', 'fields'] as const;

/** Of many fields those that matter (`isKept`) and the first few; the others by name, or all at once. */
export function useFieldsInSight<Field extends Pick<CustomField, 'key' | 'label'>>(
  all: readonly Field[],
  isKept: (field: Field) => boolean,
  { few = FEW }: { few?: number } = {},
): FieldsInSight<Field> {
  const [isAll, setAll] = useState(false);
  const { found, isFinding, box } = useFindBox(all, { noun, textOf: ({ label }) => label, few: FEW });
  const isMany = all.length > FEW;
  const kept = new Set([...all.filter(isKept), ...(few > 0 ? all.slice(0, few) : [])].map(({ key }) => key));
  const fields = isFinding ? found : isAll || !isMany ? all : all.filter(({ key }) => kept.has(key));
  return {
    fields,
    hidden: isFinding ? 0 : all.length - fields.length,
    showAll: () => setAll(true),
    finder: box,
  };
}
