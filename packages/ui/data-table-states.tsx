'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import type { DataTableProps } from './data-table-props.ts';
import { Skeleton } from './skeleton.tsx';
import { asCell, asRow } from './table-roles.ts';

/** A row across all columns. */
export function TableNotice({ columns, children }: { columns: number; children: ReactNode }): ReactNode {
  return (
    <tr {...asRow} className="@max-[40rem]:block">
      <td
        {...asCell}
        colSpan={columns}
        className="bg-surface px-4 py-6 text-center text-muted @max-[40rem]:block @max-[40rem]:rounded-panel @max-[40rem]:border @max-[40rem]:border-line"
      >
        {/* In the middle of what is in sight, not of columns that scroll. */}
        <div className="sticky start-4 w-[calc(100cqw-2.125rem)] @max-[40rem]:static @max-[40rem]:w-auto">
          {children}
        </div>
      </td>
    </tr>
  );
}

export function TableError({
  columns,
  text,
  onRetry,
}: {
  columns: number;
  text: ReactNode;
  onRetry?: () => void;
}): ReactNode {
  return (
    <TableNotice columns={columns}>
      <span role="alert" className="inline-flex flex-wrap items-center justify-center gap-x-3 gap-y-2 text-ink">
        <span className="inline-flex items-center gap-2">
          <CircleAlert aria-hidden className="size-4 text-danger" />
          {text ?? "We couldn't load these rows."}
        </span>
        {onRetry ? (
          <Button size="sm" onClick={onRetry}>
            Retry
          </Button>
        ) : null}
      </span>
    </TableNotice>
  );
}

/** Lines of a card that are in sight before "More". */
const CARD_LINES = 4;

/** Rows to come, in the table's own columns; on a phone, cards of the height they will have. */
export function TableSkeleton<Row>({ columns, selection, rowActions }: DataTableProps<Row>): ReactNode {
  const hasOwn = 'w-px @max-[40rem]:hidden';
  return [...Array(8).keys()].map((row) => (
    <tr
      key={row}
      {...asRow}
      aria-hidden
      className="appear-late bg-surface @max-[40rem]:block @max-[40rem]:rounded-panel @max-[40rem]:border @max-[40rem]:border-line @max-[40rem]:p-3"
    >
      {selection ? <SkeletonCell className={hasOwn} /> : null}
      {columns.map(({ id, align, className }, index) => (
        <SkeletonCell key={id} className={classNames(className, index >= CARD_LINES && '@max-[40rem]:hidden')}>
          <Skeleton
            className={`h-4 ${index === 0 ? 'w-3/4' : 'w-1/2'} ${align === 'end' ? '@min-[40rem]:ms-auto' : ''}`}
          />
        </SkeletonCell>
      ))}
      {rowActions ? <SkeletonCell className={hasOwn} /> : null}
    </tr>
  ));
}

function SkeletonCell({ className, children }: { className?: string; children?: ReactNode }): ReactNode {
  return (
    <td
      {...asCell}
      className={classNames(
        'h-11 border-b border-line px-3 @max-[40rem]:block @max-[40rem]:h-7 @max-[40rem]:border-0 @max-[40rem]:px-0',
        className,
      )}
    >
      {children}
    </td>
  );
}
