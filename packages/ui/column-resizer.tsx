'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { announce } from './announce.ts';
import { boundedWidth, type ColumnWidths, WIDTH_MAX, WIDTH_MIN, widthByKey, widthVariable } from './column-width.ts';

type ColumnResizerProps = ColumnWidths & { column: { id: string; header: string }; index: number };

const MOVED_PX = 3;

/** The edge of a column's header: dragged, or changed by arrow keys; a double click or Enter takes the usual width. */
export function ColumnResizer({ column, index, widths, onWidthChange }: ColumnResizerProps): ReactNode {
  const edge = useRef<HTMLDivElement>(null);
  const own = widths[column.id];
  useLayoutEffect(() => sayWidth(edge.current, own), [own]);
  const reset = (): void => {
    onWidthChange(column.id, null);
    announce(`${column.header} has its usual width`);
  };
  const drag = useDrag(index, (px) => onWidthChange(column.id, px));
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = widthByKey(own ?? headOf(edge.current)?.offsetWidth ?? WIDTH_MIN, event);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (next === null) reset();
    else onWidthChange(column.id, next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: <hr> is a break between texts; this is the splitter of the ARIA patterns, a widget.
    <div
      ref={edge}
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${column.header}`}
      aria-valuenow={own ?? WIDTH_MIN}
      aria-valuemin={WIDTH_MIN}
      aria-valuemax={WIDTH_MAX}
      tabIndex={0}
      onFocus={() => sayWidth(edge.current, own)}
      onKeyDown={onKeyDown}
      onDoubleClick={reset}
      className={edgeClass}
      {...drag}
    />
  );
}

const edgeClass =
  'absolute inset-y-0 end-0 z-1 w-2 cursor-col-resize touch-none rounded-control select-none focus-visible:-outline-offset-2 @max-[40rem]:hidden pointer-coarse:w-6 ' +
  'after:absolute after:inset-y-2 after:end-0 after:w-px after:bg-line hover:after:inset-y-0 hover:after:w-0.5 hover:after:bg-primary focus-visible:after:bg-primary';

const headOf = (edge: HTMLElement | null): HTMLElement | null => edge?.closest('th') ?? null;

/** A separator says where it stands, also while its column has no width of its own: then it is measured. */
function sayWidth(edge: HTMLElement | null, own: number | undefined): void {
  const shown = boundedWidth(own ?? headOf(edge)?.offsetWidth ?? WIDTH_MIN);
  edge?.setAttribute('aria-valuenow', String(shown));
  edge?.setAttribute('aria-valuetext', `${shown} pixels`);
}

type Drag = { startX: number; startPx: number; widthPx: number | null };

/** Told as a drag begins and as it ends; between, the column follows by its variable alone. */
function useDrag(index: number, onWidth: (widthPx: number) => void) {
  const drag = useRef<Drag | null>(null);
  const stop = (): void => {
    const widthPx = drag.current?.widthPx;
    drag.current = null;
    if (widthPx) onWidth(widthPx);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      const head = headOf(event.currentTarget);
      if (event.button !== 0 || !head) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { startX: event.clientX, startPx: head.offsetWidth, widthPx: null };
    },
    onPointerMove: ({ clientX, currentTarget }: PointerEvent<HTMLElement>): void => {
      const now = drag.current;
      if (!now || (now.widthPx === null && Math.abs(clientX - now.startX) < MOVED_PX)) return;
      if (now.widthPx === null) onWidth(now.startPx);
      now.widthPx = boundedWidth(now.startPx + clientX - now.startX);
      currentTarget.closest('table')?.style.setProperty(widthVariable(index), `${now.widthPx}px`);
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
