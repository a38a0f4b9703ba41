'use client';

import type { ReactNode } from 'react';
import { Combobox, type ComboboxOption } from './combobox.tsx';

export type PickedRecord = { id: string; name: string };

export type RecordPickerProps = {
  value: PickedRecord | null;
  onValueChange: (record: PickedRecord | null) => void;
  /** Offers to make one of the typed name. */
  onCreate?: (name: string) => void;
  placeholder?: string;
  /** Only where no Field stands around it. */
  'aria-label'?: string;
};

type RecordSource = {
  /** What is picked, in one word. */
  noun: string;
  options: readonly ComboboxOption[];
  onQueryChange: (query: string) => void;
  loading: boolean;
};

const SHOWN_MAX = 8;

/** What to ask a list for: what is typed is looked up among the newest, sorting every James of a million takes its time. */
export function pickerInput(query: string): { limit: number; q?: string; sort?: string } {
  return { limit: SHOWN_MAX, ...(query ? { q: query } : { sort: 'name' }) };
}

/** Finds a record by typing. */
export function RecordPicker({ value, onValueChange, noun, ...rest }: RecordPickerProps & RecordSource): ReactNode {
  return (
    <Combobox
      {...rest}
      value={value ? { value: value.id, label: value.name } : null}
      onValueChange={(option) => onValueChange(option ? { id: option.value, name: option.label } : null)}
      emptyText={`No ${noun} of that name.`}
    />
  );
}
