'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { announce } from './announce.ts';
import { Button } from './button.tsx';

export type BulkBarProps = {
  /** "12 contacts selected". */
  summary: string;
  /** Widens the selection to all that match, e.g. "Select all 1,204". */
  extend?: { label: string; onExtend: () => void } | null;
  onClear: () => void;
  /** What can be done with the selection. */
  children: ReactNode;
};

/** Stands at the bottom while rows are selected; Escape clears the selection. */
export function BulkBar({ summary, extend, onClear, children }: BulkBarProps): ReactNode {
  useEffect(() => announce(summary), [summary]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isInOverlay =
        event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"], [role="listbox"]');
      if (event.key === 'Escape' && !event.defaultPrevented && !isInOverlay) onClear();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClear]);
  return (
    <section
      aria-label="Bulk actions"
      className="sticky bottom-[calc(var(--bottom-bar,0rem)+0.75rem)] z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-panel border border-line bg-raised px-3 py-2 shadow-float"
    >
      <span className="px-1 font-medium tabular-nums">{summary}</span>
      {extend ? (
        <Button size="sm" variant="ghost" onClick={extend.onExtend}>
          {extend.label}
        </Button>
      ) : null}
      {children}
      <Button size="sm" variant="ghost" icon={<X aria-hidden />} onClick={onClear}>
        Clear
      </Button>
    </section>
  );
}
