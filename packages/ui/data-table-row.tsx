'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Checkbox } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import { Cell, cellClass } from './data-table-cell.tsx';
import { cardPlace } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { rowPress } from './row-press.ts';
import { asCell, asRow } from './table-roles.ts';

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
      data-row={rowKey(row)}
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
            cellClass,
            'w-px bg-inherit py-0 ps-0 text-end @max-[40rem]:col-start-3 @max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:-me-1',
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

function SelectCell<Row>({ table, row, onToggle }: TableRowProps<Row>): ReactNode {
  const key = table.rowKey(row);
  const isSelected = table.selection?.selected.has(key) === true;
  return (
    <td
      {...asCell}
      className={classNames(
        cellClass,
        'sticky-cell start-0 w-(--select-width) min-w-(--select-width) py-0 pe-0 @max-[40rem]:col-start-1 @max-[40rem]:row-start-1 @max-[40rem]:w-auto @max-[40rem]:py-1.5 pointer-coarse:@max-[40rem]:py-0',
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
