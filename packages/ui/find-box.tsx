'use client';

import { Search } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { TextInput } from './text-input.tsx';

export type FindBoxOptions<Item> = {
  /** What one is called, and many: "field", "fields". */
  noun: readonly [one: string, many: string];
  textOf: (item: Item) => string;
  /** So many are looked through by eye: there is a box only for more. */
  few?: number;
};

export type FindBox<Item> = {
  /** Those whose text has what was typed, in their order; all while nothing is typed. */
  found: readonly Item[];
  isFinding: boolean;
  /** Null where there are few. */
  box: ReactNode;
};

const FEW = 12;

/** A box that narrows a list that is already there down to what is called like what is typed. */
export function useFindBox<Item>(
  all: readonly Item[],
  { noun: [one, many], textOf, few = FEW }: FindBoxOptions<Item>,
): FindBox<Item> {
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  return {
    found: wanted === '' ? all : all.filter((item) => textOf(item).toLowerCase().includes(wanted)),
    isFinding: wanted !== '',
    box:
      all.length > few ? (
        <TextInput
          type="search"
          aria-label={`Find a ${one}`}
          placeholder={`Find one of ${all.length} ${many}`}
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
