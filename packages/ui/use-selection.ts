'use client';

import { useState } from 'react';
import type { Selection } from './data-table-column.ts';

/** Some rows by their keys, or all that the list's filter finds. */
export type Chosen = { keys: readonly string[] } | 'all-matching';

export type RowSelection = {
  chosen: Chosen;
  /** Of `total`, where all that match are chosen. */
  countOf: (total: number) => number;
  isAll: boolean;
  selectAll: () => void;
  clear: () => void;
  /** For the table; without a selection where nothing can be done with one. */
  tableProps: { selection?: Selection };
};

export type SelectionOptions = {
  /** What the list shows: another filter begins with nothing selected. */
  scope: unknown;
  rows: readonly { id: string }[] | undefined;
  isOn: boolean;
};

const none: ReadonlySet<string> = new Set();

/**
 * Which rows of a list are selected, across its pages. Taking one row out of all that match leaves the others of this
 * page.
 */
export function useSelection({ scope: shown, rows = [], isOn }: SelectionOptions): RowSelection {
  const scope = JSON.stringify(shown);
  const [state, setState] = useState({ scope, selected: none, isAll: false });
  const { selected, isAll } = state.scope === scope ? state : { selected: none, isAll: false };
  const set = (next: ReadonlySet<string>): void => setState({ scope, selected: next, isAll: false });
  return {
    chosen: isAll ? 'all-matching' : { keys: [...selected] },
    countOf: (total) => (isAll ? total : selected.size),
    isAll,
    selectAll: () => setState({ scope, selected: none, isAll: true }),
    clear: () => set(none),
    tableProps: isOn
      ? { selection: { selected: isAll ? new Set(rows.map(({ id }) => id)) : selected, onSelectedChange: set } }
      : {},
  };
}
