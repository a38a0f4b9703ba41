import type { ReactNode } from 'react';
import type { TableEditing } from './cell-edit.ts';
import type { ColumnWidths } from './column-width.ts';
import type { Column, Selection, Sort } from './data-table-column.ts';

export type DataTableProps<Row> = {
  /** Says what the table lists; read by screen readers, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The row's name in words, for "Select Acme renewal". */
  rowLabel: (row: Row) => string;
  /** Where the row header links to. */
  rowHref?: (row: Row) => string;
  /** Shows the row beside the table: by Space on its link, and by a press on the row where there is room. */
  onPeek?: (row: Row) => void;
  /** Where these rows stand in the whole list, for the keys that lead from one record's page to the next. */
  place?: { first: number; total: number };
  /** A menu or buttons at the end of the row. */
  rowActions?: (row: Row) => ReactNode;
  /** A mark at the row's left edge, such as the next-step rail. */
  rowRail?: (row: Row) => ReactNode;
  sort?: Sort;
  onSortChange?: (sort: Sort) => void;
  selection?: Selection;
  /** Lets people give columns widths of their own. */
  sizing?: ColumnWidths;
  /** Cells of columns with `edit` are changed where they stand. */
  editing?: TableEditing<Row>;
  /** `refreshing` keeps the old rows under a thin line; `loading` has none yet. */
  status?: 'ready' | 'loading' | 'refreshing' | 'error';
  /** Said in the error row, with `onRetry` as its button. */
  errorText?: ReactNode;
  onRetry?: () => void;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  /** How close the rows stand; by default as the person has set it for this browser. */
  density?: 'comfortable' | 'compact';
  /** `region` scrolls inside with a sticky header; `page` grows with its rows. */
  scroll?: 'region' | 'page';
};
