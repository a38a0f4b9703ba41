import type { ReactNode } from 'react';

/** A still block in the place of what is loading. Give it the size of the real thing by class names. */
export function Skeleton({ className = 'h-4 w-full' }: { className?: string }): ReactNode {
  return <span aria-hidden className={`block rounded-control bg-sunken ${className}`} />;
}

/** A region that is loading: says so to screen readers, hides its blocks from them, and waits 150 ms before it shows. */
export function SkeletonRegion({
  label = 'Loading',
  className = '',
  children,
}: {
  label?: string;
  className?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div aria-busy="true" className={`appear-late ${className}`}>
      <span className="sr-only">{label}…</span>
      {children}
    </div>
  );
}

export function SkeletonText({ lines = 3 }: { lines?: number }): ReactNode {
  return (
    <span aria-hidden className="flex flex-col gap-2">
      {[...Array(lines).keys()].map((line) => (
        <Skeleton key={line} className={line === lines - 1 ? 'h-4 w-2/3' : 'h-4 w-full'} />
      ))}
    </span>
  );
}

/** Rows of a table or list at their final height. */
export function SkeletonRows({ rows = 8 }: { rows?: number }): ReactNode {
  return (
    <span aria-hidden className="block divide-y divide-line rounded-panel border border-line bg-surface">
      {[...Array(rows).keys()].map((row) => (
        <span key={row} className="flex h-11 items-center gap-6 px-4">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-1/4" />
          <Skeleton className="ms-auto h-4 w-20" />
        </span>
      ))}
    </span>
  );
}

/** A panel with a heading and some lines. */
export function SkeletonPanel({ lines = 3 }: { lines?: number }): ReactNode {
  return (
    <span aria-hidden className="block rounded-panel border border-line bg-surface p-4">
      <Skeleton className="mb-4 h-6 w-40" />
      <SkeletonText lines={lines} />
    </span>
  );
}

/** A page's heading line. */
export function SkeletonHeader(): ReactNode {
  return (
    <span aria-hidden className="flex h-13 items-center justify-between gap-4">
      <Skeleton className="h-7 w-1/2 max-w-56" />
      <Skeleton className="h-9 w-1/4 max-w-28" />
    </span>
  );
}

/** A record page: heading, the middle, and the parts beside it. */
export function SkeletonRecord(): ReactNode {
  return (
    <span aria-hidden className="flex flex-col gap-4">
      <SkeletonHeader />
      <span className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <span className="flex flex-col gap-6">
          <SkeletonPanel lines={3} />
          <SkeletonText lines={8} />
        </span>
        <span className="hidden flex-col gap-4 lg:flex">
          <SkeletonPanel lines={8} />
          <SkeletonPanel lines={3} />
        </span>
      </span>
    </span>
  );
}
