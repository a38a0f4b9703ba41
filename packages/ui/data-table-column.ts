import type { ReactNode } from 'react';
import type { CellEdit } from './cell-edit.ts';

export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A second, quieter line below the name, outside its link. */
  below?: (row: Row) => ReactNode;
  /** Figures go to the end, in tabular digits. */
  align?: 'start' | 'end';
  /** Shows the header as a button that sorts by this column's id. */
  isSortable?: boolean;
  /** The cell that names the row: one per table, the first column by default. */
  isRowHeader?: boolean;
  /** The header text stays for screen readers only. */
  hideHeader?: boolean;
  /** On a phone: shown, behind "More", or left out. By default the first four columns are shown. */
  card?: 'show' | 'more' | 'hide';
  /** Width and other classes of the column, e.g. "w-40". */
  className?: string;
  /** Classes that hold until somebody chooses columns, such as hiding it where there is little room. */
  usualClassName?: string;
  /** Not shown until it is chosen. */
  isExtra?: boolean;
  /** How its cells are changed where they stand. */
  edit?: CellEdit<Row>;
};

export type Sort = { column: string; direction: 'ascending' | 'descending' };

export type Selection = {
  selected: ReadonlySet<string>;
  onSelectedChange: (selected: ReadonlySet<string>) => void;
};

/** The sort after a press on a header: ascending, then descending, then ascending again. */
export function nextSort(current: Sort | undefined, column: string): Sort {
  const isAscending = current?.column === column && current.direction === 'ascending';
  return { column, direction: isAscending ? 'descending' : 'ascending' };
}

/** The keys from one row to another, for a Shift-click. */
export function keysBetween(keys: readonly string[], from: string, to: string): string[] {
  const ends = [keys.indexOf(from), keys.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return keys.slice(Math.min(...ends), Math.max(...ends) + 1);
}

export type Toggle = { key: string; isOn: boolean; range?: readonly string[] };

/** The selection with a row, or a range of rows, switched on or off. */
export function withToggled(selected: ReadonlySet<string>, { key, isOn, range }: Toggle): Set<string> {
  const next = new Set(selected);
  for (const each of range ?? [key]) {
    if (isOn) next.add(each);
    else next.delete(each);
  }
  return next;
}

/** Whether this column names the rows. */
export function isRowHeader<Row>(columns: readonly Column<Row>[], column: Column<Row>): boolean {
  const index = columns.indexOf(column);
  return column.isRowHeader ?? (index === 0 && !columns.some((other) => other.isRowHeader));
}

/** Whether a column stays in sight on a phone when it does not say itself. */
export function cardPlace<Row>(column: Column<Row>, index: number): 'show' | 'more' | 'hide' {
  return column.card ?? (index < 4 ? 'show' : 'more');
}
