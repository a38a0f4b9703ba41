'use client';

import { type CSSProperties, type MouseEvent, type ReactNode, useId, useRef } from 'react';
import { widthVariable } from './column-width.ts';
import { keysBetween, withToggled } from './data-table-column.ts';
import { TableHead } from './data-table-head.tsx';
import type { DataTableProps } from './data-table-props.ts';
import { TableRow } from './data-table-row.tsx';
import { TableError, TableNotice, TableSkeleton } from './data-table-states.tsx';
import { rememberTrail } from './list-trail.ts';
import { asRowGroup, asScrollRegion, asTable } from './table-roles.ts';
import { useScrollEdges } from './use-scroll-edges.ts';

export type { CellEdit, CellPatch, TableEditing } from './cell-edit.ts';
export { type Column, cardPlace, isRowHeader, type Selection, type Sort } from './data-table-column.ts';
export type { DataTableProps } from './data-table-props.ts';

/** A native table that turns into cards when its place is narrower than 640 px. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { caption, rows, status = 'ready', scroll = 'region', density, empty, errorText, onRetry } = props;
  const captionId = useId();
  const region = useScrollEdges(columnCount(props));
  const isBusy = status === 'loading' || status === 'refreshing';
  return (
    <div data-density={density} className="relative isolate @container min-w-0 rounded-panel more-at-end">
      <section
        ref={region}
        aria-labelledby={captionId}
        {...asScrollRegion}
        className={`on-scroll-region relative rounded-panel @max-[40rem]:rounded-none @min-[40rem]:overflow-auto @min-[40rem]:border @min-[40rem]:border-line @min-[40rem]:bg-surface ${scroll === 'region' ? '@min-[40rem]:max-h-[max(24rem,calc(100dvh-22.5rem))] @min-[40rem]:scroll-pt-12' : ''}`}
      >
        {status === 'refreshing' ? (
          <span aria-hidden className="absolute inset-x-0 top-0 z-20 h-0.5 animate-pulse bg-primary" />
        ) : null}
        <table
          {...asTable}
          aria-busy={isBusy || undefined}
          style={widthsOf(props)}
          className="w-full border-separate border-spacing-0 text-start text-body @max-[40rem]:block"
        >
          <caption id={captionId} className="sr-only">
            {caption}
          </caption>
          <TableHead {...props} />
          <tbody
            {...asRowGroup}
            onClickCapture={(event) => noteTrail(event, props)}
            className="@max-[40rem]:flex @max-[40rem]:flex-col @max-[40rem]:gap-2"
          >
            {status === 'loading' ? <TableSkeleton {...props} /> : null}
            {status === 'error' ? <TableError columns={columnCount(props)} text={errorText} onRetry={onRetry} /> : null}
            {status !== 'loading' && status !== 'error' ? <TableRows {...props} /> : null}
            {status !== 'loading' && status !== 'error' && rows.length === 0 ? (
              <TableNotice columns={columnCount(props)}>{empty ?? 'Nothing here yet.'}</TableNotice>
            ) : null}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function TableRows<Row>(props: DataTableProps<Row>): ReactNode {
  const { rows, rowKey, selection } = props;
  const lastToggled = useRef<string | null>(null);
  const onToggle = (key: string, isOn: boolean, isRange: boolean): void => {
    const from = lastToggled.current;
    const range = isRange && from !== null ? keysBetween(rows.map(rowKey), from, key) : undefined;
    selection?.onSelectedChange(withToggled(selection.selected, { key, isOn, range }));
    lastToggled.current = key;
  };
  return rows.map((row) => <TableRow key={rowKey(row)} table={props} row={row} onToggle={onToggle} />);
}

/** Who follows a row's link can go on from there to the next row. */
function noteTrail<Row>({ target }: MouseEvent, { rows, rowKey, place }: DataTableProps<Row>): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-row-link]') : null;
  if (!link) return;
  rememberTrail(link.pathname, {
    href: `${location.pathname}${location.search}`,
    ids: rows.map(rowKey),
    first: place?.first ?? 1,
    total: place?.total ?? rows.length,
  });
}

function widthsOf<Row>({ columns, sizing }: DataTableProps<Row>): CSSProperties {
  const entries = columns.flatMap(({ id }, index) => {
    const width = sizing?.widths[id];
    return width === undefined ? [] : [[widthVariable(index), `${width}px`] as const];
  });
  return Object.fromEntries(entries);
}

function columnCount<Row>({ columns, selection, rowActions }: DataTableProps<Row>): number {
  return columns.length + (selection ? 1 : 0) + (rowActions ? 1 : 0);
}
