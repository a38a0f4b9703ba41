'use client';

import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from './checkbox.tsx';
import { classNames } from './class-names.ts';
import { ColumnResizer } from './column-resizer.tsx';
import { sized, stickyClass } from './data-table-cell.tsx';
import { type Column, isRowHeader, nextSort, type Sort, withToggled } from './data-table-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { asColumnHeader, asRow, asRowGroup } from './table-roles.ts';

const headClass =
  'sticky top-0 z-10 h-9 border-b border-line bg-canvas px-3 text-start text-small font-medium whitespace-nowrap text-muted';

/** Above the rows and above the cells that stay beside them. */
const cornerClass = '@min-[40rem]:z-12 @min-[40rem]:bg-canvas';

/** The header row; in card mode only screen readers meet it, each card's cells repeat their header. */
export function TableHead<Row>(props: DataTableProps<Row>): ReactNode {
  const { columns, rowActions, selection, sort, onSortChange, sizing } = props;
  return (
    <thead {...asRowGroup} className="@max-[40rem]:sr-only">
      <tr {...asRow}>
        {selection ? <SelectAll {...props} /> : null}
        {columns.map((column, index) => (
          <HeadCell
            key={column.id}
            column={column}
            index={index}
            sizing={sizing}
            sort={sort}
            onSortChange={onSortChange}
            sticky={index === 0 && isRowHeader(columns, column) ? stickyClass(selection !== undefined) : ''}
          />
        ))}
        {rowActions ? (
          <th {...asColumnHeader} scope="col" className={`${headClass} w-px`}>
            <span className="sr-only">Actions</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

type HeadCellProps<Row> = {
  column: Column<Row>;
  index: number;
  sizing: DataTableProps<Row>['sizing'];
  sort: Sort | undefined;
  onSortChange: ((sort: Sort) => void) | undefined;
  sticky: string;
};

function HeadCell<Row>({ column, index, sizing, sort, onSortChange, sticky }: HeadCellProps<Row>): ReactNode {
  const canSort = column.isSortable === true && onSortChange !== undefined;
  const direction = sort?.column === column.id ? sort.direction : 'none';
  const own = sized(sizing, column, index);
  const label = column.hideHeader ? (
    <span className="sr-only">{column.header}</span>
  ) : (
    <HeadText>{column.header}</HeadText>
  );
  return (
    <th
      {...asColumnHeader}
      scope="col"
      aria-sort={canSort ? direction : undefined}
      aria-label={sizing ? column.header : undefined}
      className={classNames(
        headClass,
        column.align === 'end' && 'text-end',
        sticky && `${sticky} ${cornerClass}`,
        column.className,
        own.className,
      )}
      style={own.style}
    >
      {canSort ? (
        <button
          type="button"
          onClick={() => onSortChange(nextSort(sort, column.id))}
          className={`-mx-1.5 inline-flex min-h-7 max-w-[calc(100%+0.75rem)] items-center gap-1 rounded-control px-1.5 font-medium hover:text-ink ${direction === 'none' ? '' : 'text-ink'}`}
        >
          {label}
          <SortMark direction={direction} />
        </button>
      ) : (
        label
      )}
      {sizing ? <ColumnResizer column={column} index={index} {...sizing} /> : null}
    </th>
  );
}

const HeadText = ({ children }: { children: string }): ReactNode => (
  <span className="block min-w-0 truncate">{children}</span>
);

function SortMark({ direction }: { direction: Sort['direction'] | 'none' }): ReactNode {
  if (direction === 'ascending') return <ArrowUp aria-hidden className="size-3.5" />;
  if (direction === 'descending') return <ArrowDown aria-hidden className="size-3.5" />;
  return <ChevronsUpDown aria-hidden className="size-3.5 text-control" />;
}

function SelectAll<Row>({ rows, rowKey, selection }: DataTableProps<Row>): ReactNode {
  const keys = rows.map(rowKey);
  const count = keys.filter((key) => selection?.selected.has(key)).length;
  return (
    <th
      {...asColumnHeader}
      scope="col"
      className={classNames(
        headClass,
        'sticky-cell start-0 w-(--select-width) min-w-(--select-width) pe-0',
        cornerClass,
      )}
    >
      <Checkbox
        aria-label="Select all rows on this page"
        checked={count > 0 && count === keys.length}
        indeterminate={count > 0 && count < keys.length}
        onChange={(event) =>
          selection?.onSelectedChange(
            withToggled(selection.selected, { key: '', isOn: event.target.checked, range: keys }),
          )
        }
        className="flex"
      />
    </th>
  );
}
