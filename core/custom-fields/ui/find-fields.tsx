'use client';

import { TextInput } from '@aura/ui/text-input';
import { Search } from 'lucide-react';
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

/** Of many fields those that matter (`isKept`) and the first few; the others by name, or all at once. */
export function useFieldsInSight<Field extends Pick<CustomField, 'key' | 'label'>>(
  all: readonly Field[],
  isKept: (field: Field) => boolean,
  { few = FEW }: { few?: number } = {},
): FieldsInSight<Field> {
  const [isAll, setAll] = useState(false);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const isMany = all.length > FEW;
  const kept = new Set([...all.filter(isKept), ...(few > 0 ? all.slice(0, few) : [])].map(({ key }) => key));
  const matching = all.filter(({ label }) => label.toLowerCase().includes(wanted));
  const fields = wanted !== '' ? matching : isAll || !isMany ? all : all.filter(({ key }) => kept.has(key));
  return {
    fields,
    hidden: wanted === '' ? all.length - fields.length : 0,
    showAll: () => setAll(true),
    finder: isMany ? (
      <TextInput
        type="search"
        aria-label="Find a field"
        placeholder={`Find one of ${all.length} fields`}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          // Beside a form's own fields: Enter finds, and sends nothing.
          if (event.key === 'Enter') event.preventDefault();
        }}
        lead={<Search aria-hidden />}
      />
    ) : null,
  };
}
