'use client';

import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Select } from './select.tsx';

export type PaginationProps = {
  /** What is in sight, e.g. "Rows 51–100 · about 12,400". */
  summary: ReactNode;
  onFirst?: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
  /** Called when Next is pointed at or focused, to fetch ahead. */
  onNextIntent?: () => void;
  /** The next page is on its way. */
  loading?: boolean;
  pageSize?: number;
  pageSizes?: readonly number[];
  onPageSizeChange?: (size: number) => void;
};

/** Moves through a list by its cursor: First, Previous, Next. A missing handler blocks its button. */
export function Pagination(props: PaginationProps): ReactNode {
  const { summary, onFirst, onPrevious, onNext, onNextIntent, loading } = props;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pt-3">
      <p className="text-small text-muted tabular-nums">{summary}</p>
      <div className="flex flex-wrap items-center gap-2">
        <PageSize {...props} />
        <Button size="sm" disabled={!onFirst} onClick={onFirst}>
          First
        </Button>
        <Button size="sm" disabled={!onPrevious} onClick={onPrevious}>
          Previous
        </Button>
        <Button
          size="sm"
          disabled={!onNext}
          onClick={onNext}
          loading={loading}
          onPointerEnter={onNextIntent}
          onFocus={onNextIntent}
        >
          Next
        </Button>
      </div>
    </nav>
  );
}

function PageSize({ pageSize, pageSizes = [25, 50, 100], onPageSizeChange }: PaginationProps): ReactNode {
  const id = useId();
  if (!onPageSizeChange) return null;
  return (
    <label htmlFor={id} className="flex items-center gap-2 text-small text-muted">
      Rows
      <Select
        id={id}
        value={String(pageSize)}
        onChange={(event) => onPageSizeChange(Number(event.target.value))}
        options={pageSizes.map((size) => ({ value: String(size), label: String(size) }))}
        className="min-h-8 w-auto py-0 sm:text-small"
      />
    </label>
  );
}
