'use client';

import { TriangleAlert, X } from 'lucide-react';
import type { ComponentProps, ReactElement, ReactNode } from 'react';
import { Popover } from './popover.tsx';

export type FilterChipProps = {
  /** What is filtered, e.g. "Owner". */
  label: string;
  /** What is wanted, in words, e.g. "is me". */
  value: string;
  onRemove: () => void;
  /** The editor of this filter, opened by pressing the chip. */
  editor?: ReactNode;
  /** A filter from a link that this app does not know. */
  isUnknown?: boolean;
};

/** One filter that is set: press to change it, the cross takes it away. */
export function FilterChip({ label, value, onRemove, editor, isUnknown = false }: FilterChipProps): ReactNode {
  return (
    <span
      className={`inline-flex max-w-full items-stretch rounded-full border text-small ${isUnknown ? 'border-warn bg-warn-soft text-warn' : 'border-control bg-surface text-ink'}`}
    >
      {editor ? (
        <Popover title={label} trigger={<ChipFace label={label} value={value} isUnknown={isUnknown} />}>
          {editor}
        </Popover>
      ) : (
        <span className="flex min-w-0 items-center gap-1.5 py-1 ps-3">
          <ChipText label={label} value={value} isUnknown={isUnknown} />
        </span>
      )}
      <button
        type="button"
        aria-label={`Remove filter ${label} ${value}`}
        onClick={onRemove}
        className="grid min-h-7 w-8 shrink-0 place-items-center rounded-full text-muted hover:bg-sunken hover:text-ink pointer-coarse:min-h-11 pointer-coarse:w-11"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}

type ChipTextProps = { label: string; value: string; isUnknown: boolean };

/** Rendered as the popover's trigger, which adds its own props. */
function ChipFace({ label, value, isUnknown, ...trigger }: ChipTextProps & ComponentProps<'button'>): ReactElement {
  return (
    <button
      type="button"
      {...trigger}
      className="flex min-w-0 items-center gap-1.5 rounded-full py-1 ps-3 hover:underline"
    >
      <ChipText label={label} value={value} isUnknown={isUnknown} />
    </button>
  );
}

function ChipText({ label, value, isUnknown }: ChipTextProps): ReactNode {
  return (
    <>
      {isUnknown ? <TriangleAlert aria-hidden className="size-3.5" /> : null}
      <span className={isUnknown ? '' : 'text-muted'}>{label}</span>
      <span className="truncate font-medium">{value}</span>
    </>
  );
}
