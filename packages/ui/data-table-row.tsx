'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Checkbox } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import { type Column, cardPlace } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { Link } from './link.tsx';
import { rowPress } from './row-press.ts';
import { asCell, asRow, asRowHeader } from './table-roles.ts';

type TableRowProps<Row> = {
  table: DataTableProps<Row>;
  row: Row;
  onToggle: (key: string, isOn: boolean, isRange: boolean) => void;
};

export function TableRow<Row>({ table, row, onToggle }: TableRowProps<Row>): ReactNode {
  const [isExpanded, setExpanded] = useState(false);
  const { columns, rowKey, selection, rowActions, rowRail, rowHref, onPeek } = table;
  const isSelected = selection?.selected.has(rowKey(row)) === true;
  return (
    <tr
      {...asRow}
      data-selected={isSelected || undefined}
      data-expanded={isExpanded || undefined}
      {...(rowHref ? rowPress(onPeek && (() => onPeek(row))) : {})}
      className={`group/row relative ${rowHref ? 'cursor-pointer' : ''} ${isSelected ? 'bg-primary-soft' : 'bg-surface hover:bg-canvas'} @max-[40rem]:grid @max-[40rem]:grid-cols-[auto_minmax(0,1fr)_auto] @max-[40rem]:gap-x-3 @max-[40rem]:gap-y-1 @max-[40rem]:rounded-panel @max-[40rem]:border @max-[40rem]:border-line @max-[40rem]:p-3`}
    >
      {selection ? <SelectCell table={table} row={row} onToggle={onToggle} /> : null}
      {columns.map((column, index) => (
        <Cell
          key={column.id}
          table={table}
          row={row}
          column={column}
          index={index}
          rail={index === 0 && !selection ? rowRail?.(row) : null}
        />
      ))}
      {rowActions ? (
        <td
          {...asCell}
          className={classNames(
            cellClass(table),
            'w-px py-0 ps-0 text-end @max-[40rem]:col-start-3 @max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:-me-1',
          )}
        >
          {rowActions(row)}
        </td>
      ) : null}
      {columns.some((column, index) => cardPlace(column, index) === 'more') ? (
        <td {...asCell} className="hidden @max-[40rem]:col-span-3 @max-[40rem]:block">
          <button
            type="button"
            aria-expanded={isExpanded}
            onClick={() => setExpanded(!isExpanded)}
            className="-mx-1 inline-flex min-h-8 items-center gap-1 rounded-control px-1 text-small font-medium text-muted pointer-coarse:min-h-11"
          >
            {isExpanded ? 'Less' : 'More'}
            <span className="sr-only"> about {table.rowLabel(row)}</span>
            <ChevronDown aria-hidden className={`size-4 ${isExpanded ? 'rotate-180' : ''}`} />
          </button>
        </td>
      ) : null}
    </tr>
  );
}

type CellProps<Row> = { table: DataTableProps<Row>; row: Row; column: Column<Row>; index: number; rail: ReactNode };

function Cell<Row>({ table, row, column, index, rail }: CellProps<Row>): ReactNode {
  const isHeader = column.isRowHeader ?? (index === 0 && !table.columns.some((other) => other.isRowHeader));
  const content = column.cell(row);
  const end = column.align === 'end' ? 'text-end tabular-nums @max-[40rem]:text-start' : '';
  if (isHeader) {
    const href = table.rowHref?.(row);
    return (
      <th
        {...asRowHeader}
        scope="row"
        className={classNames(
          cellClass(table),
          'text-start font-medium',
          column.className,
          table.selection ? '@max-[40rem]:col-start-2' : '@max-[40rem]:col-span-2 @max-[40rem]:col-start-1',
          '@max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:max-w-none @max-[40rem]:min-w-0 @max-[40rem]:py-1.5 @max-[40rem]:wrap-anywhere pointer-coarse:@max-[40rem]:py-0',
        )}
      >
        {rail}
        {href ? (
          <Link
            href={href}
            prefetch={false}
            data-row-link=""
            className="inline-block max-w-full py-0.5 underline-offset-3 hover:underline pointer-coarse:py-3"
          >
            {content}
          </Link>
        ) : (
          content
        )}
        {column.below ? (
          <div className="text-small font-normal text-muted @max-[40rem]:pb-1">{column.below(row)}</div>
        ) : null}
      </th>
    );
  }
  return (
    <td
      {...asCell}
      className={classNames(
        cellClass(table),
        end,
        column.className,
        '@max-[40rem]:col-span-3 @max-[40rem]:w-auto @max-[40rem]:max-w-none @max-[40rem]:min-w-0',
        cardClass[cardPlace(column, index)],
      )}
    >
      {rail}
      <span aria-hidden className="hidden text-small text-muted @max-[40rem]:block">
        {column.header}
      </span>
      <div className="min-w-0 [&>:not(time)]:align-middle">{content}</div>
    </td>
  );
}

const cardClass = {
  show: '@max-[40rem]:grid @max-[40rem]:grid-cols-[6rem_minmax(0,1fr)] @max-[40rem]:items-baseline @max-[40rem]:gap-2',
  more: '@max-[40rem]:hidden @max-[40rem]:grid-cols-[6rem_minmax(0,1fr)] @max-[40rem]:items-baseline @max-[40rem]:gap-2 @max-[40rem]:group-data-expanded/row:grid',
  hide: '@max-[40rem]:hidden',
};

function SelectCell<Row>({ table, row, onToggle }: TableRowProps<Row>): ReactNode {
  const key = table.rowKey(row);
  const isSelected = table.selection?.selected.has(key) === true;
  return (
    <td
      {...asCell}
      className={classNames(
        cellClass(table),
        'w-px py-0 pe-0 @max-[40rem]:col-start-1 @max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:py-1.5 pointer-coarse:@max-[40rem]:py-0',
      )}
    >
      {table.rowRail?.(row)}
      {isSelected ? (
        <span aria-hidden className={`absolute inset-y-0 w-0.5 bg-primary ${table.rowRail ? 'left-0.75' : 'left-0'}`} />
      ) : null}
      <Checkbox
        className="flex"
        aria-label={`Select ${table.rowLabel(row)}`}
        checked={isSelected}
        onChange={(event) =>
          onToggle(
            key,
            event.target.checked,
            event.nativeEvent instanceof window.MouseEvent && event.nativeEvent.shiftKey,
          )
        }
      />
    </td>
  );
}

function cellClass<Row>({ density }: DataTableProps<Row>): string {
  const height = density === 'compact' ? 'h-9 py-1' : 'h-11 py-1.5';
  return `${height} border-b border-line px-3 align-middle group-last/row:border-b-0 pointer-coarse:@min-[40rem]:h-11 @max-[40rem]:h-auto @max-[40rem]:border-0 @max-[40rem]:p-0`;
}
