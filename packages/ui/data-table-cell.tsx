'use client';

import type { CSSProperties, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type ColumnWidths, widthVariable } from './column-width.ts';
import { type Column, cardPlace, isRowHeader } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { EditableCell } from './editable-cell.tsx';
import { Link } from './link.tsx';
import { asCell, asRowHeader } from './table-roles.ts';

type CellProps<Row> = { table: DataTableProps<Row>; row: Row; column: Column<Row>; index: number; rail: ReactNode };

/** One value of a row; changed where it stands, if its column says how. */
export function Cell<Row>(props: CellProps<Row>): ReactNode {
  return isRowHeader(props.table.columns, props.column) ? <HeaderCell {...props} /> : <DataCell {...props} />;
}

/** Names the row, and stays in sight while the others scroll. */
function HeaderCell<Row>({ table, row, column, index, rail }: CellProps<Row>): ReactNode {
  const href = table.rowHref?.(row);
  const own = sized(table.sizing, column, index);
  const name = column.cell(row);
  const content = href ? (
    <Link
      href={href}
      data-row-link=""
      className="block w-fit max-w-full py-0.5 underline-offset-3 hover:underline pointer-coarse:py-3"
    >
      {name}
    </Link>
  ) : (
    name
  );
  return (
    <th
      {...asRowHeader}
      scope="row"
      data-cell={column.id}
      style={own.style}
      className={classNames(
        cellClass,
        'group/cell text-start font-medium',
        column.below && '@min-[40rem]:py-0',
        index === 0 && stickyClass(table.selection !== undefined),
        column.className,
        own.className,
        table.selection ? '@max-[40rem]:col-start-2' : '@max-[40rem]:col-span-2 @max-[40rem]:col-start-1',
        '@max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:max-w-none @max-[40rem]:min-w-0 @max-[40rem]:py-1.5 @max-[40rem]:wrap-anywhere pointer-coarse:@max-[40rem]:py-0',
      )}
    >
      {rail}
      <Content table={table} row={row} column={column} content={content} />
      {column.below ? (
        <div className="text-small font-normal text-muted [display:var(--row-below)] @max-[40rem]:block @max-[40rem]:pb-1">
          {column.below(row)}
        </div>
      ) : null}
    </th>
  );
}

function DataCell<Row>({ table, row, column, index, rail }: CellProps<Row>): ReactNode {
  const own = sized(table.sizing, column, index);
  const end = column.align === 'end' ? 'text-end tabular-nums @max-[40rem]:text-start' : '';
  return (
    <td
      {...asCell}
      data-cell={column.id}
      style={own.style}
      className={classNames(
        cellClass,
        'group/cell',
        end,
        column.edit && table.editing && 'relative',
        column.className,
        own.className,
        own.className && !(column.edit && table.editing) && cutClass,
        '@max-[40rem]:col-span-3 @max-[40rem]:w-auto @max-[40rem]:max-w-none @max-[40rem]:min-w-0',
        cardClass[cardPlace(column, index)],
      )}
    >
      {rail}
      <span aria-hidden className="hidden text-small text-muted @max-[40rem]:block">
        {column.header}
      </span>
      <div className="min-w-0 [&>:not(time)]:align-middle">
        <Content table={table} row={row} column={column} content={column.cell(row)} />
      </div>
    </td>
  );
}

type ContentProps<Row> = Omit<CellProps<Row>, 'index' | 'rail'> & { content: ReactNode };

function Content<Row>({ table, row, column, content }: ContentProps<Row>): ReactNode {
  const { editing } = table;
  const { edit } = column;
  if (!edit || !editing) return content;
  return <EditableCell {...{ table, row, column, edit, editing, content }} />;
}

const cardClass = {
  show: '@max-[40rem]:grid @max-[40rem]:grid-cols-[5.5rem_minmax(0,1fr)] @max-[40rem]:items-baseline @max-[40rem]:gap-2',
  more: '@max-[40rem]:hidden @max-[40rem]:grid-cols-[5.5rem_minmax(0,1fr)] @max-[40rem]:items-baseline @max-[40rem]:gap-2 @max-[40rem]:group-data-expanded/row:grid',
  hide: '@max-[40rem]:hidden',
};

/** What a column's own width adds to its cells: nothing while it has none, and nothing to cards. */
export function sized(
  sizing: ColumnWidths | undefined,
  { id }: { id: string },
  index: number,
): { className?: string; style?: CSSProperties } {
  if (sizing?.widths[id] === undefined) return {};
  return { className: sizedClass, style: { '--width': `var(${widthVariable(index)})` } as CSSProperties };
}

const sizedClass = '@min-[40rem]:w-(--width) @min-[40rem]:max-w-(--width) @min-[40rem]:min-w-(--width)';

/** What does not fit in a narrow column; an editor that opens over its cell is not cut. */
const cutClass = '@min-[40rem]:overflow-hidden @min-[40rem]:text-ellipsis';

/** The name of a row or its header: beside the checkbox, where there is one. */
export function stickyClass(hasSelection: boolean): string {
  return `sticky-cell sticky-edge ${hasSelection ? 'start-(--select-width)' : 'start-0'}`;
}

export const cellClass =
  'h-(--row-height) py-(--row-pad) border-b border-line px-3 align-middle group-last/row:border-b-0 @max-[40rem]:h-auto @max-[40rem]:border-0 @max-[40rem]:p-0';
