import type { ReactNode } from 'react';
import { Link } from './link.tsx';
import { Skeleton } from './skeleton.tsx';

export type FigureTileProps = {
  label: string;
  /** The figure, formatted. Null is drawn as a dash: unknown is not zero. */
  value: ReactNode | null;
  status?: 'ready' | 'loading' | 'error';
  /** The change in words, e.g. "12% more than last month". */
  delta?: ReactNode;
  /** Where the rows behind the figure are. */
  href?: string;
  onRetry?: () => void;
};

/** One figure that matters, its name, and how it moved. */
export function FigureTile({ label, value, status = 'ready', delta, href, onRetry }: FigureTileProps): ReactNode {
  const isUnknown = status === 'error' || value === null;
  return (
    <div
      aria-busy={status === 'loading' || undefined}
      className={`relative flex min-w-0 flex-col gap-1 rounded-panel border border-line bg-surface p-3 xs:p-4 ${href ? 'hover:border-control' : ''}`}
    >
      <p className="text-small text-muted">
        {href ? (
          <Link
            href={href}
            className="underline-offset-3 after:absolute after:inset-0 after:rounded-panel hover:underline"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      {status === 'loading' ? (
        <>
          <Skeleton className="h-8 w-28" />
          <Skeleton className="mt-0.5 h-4 w-20" />
        </>
      ) : (
        <p className="text-h1 wrap-anywhere text-ink tabular-nums xs:text-figure">
          {isUnknown ? (
            <>
              <span aria-hidden>—</span>
              <span className="sr-only">Unknown</span>
            </>
          ) : (
            value
          )}
        </p>
      )}
      {status === 'error' ? (
        <p className="flex flex-wrap items-center gap-x-1 text-small text-danger">
          Couldn't load this.
          {onRetry ? (
            <button type="button" onClick={onRetry} className="relative min-h-6 underline underline-offset-3">
              Retry
            </button>
          ) : null}
        </p>
      ) : null}
      {status === 'ready' && delta ? <p className="text-small text-muted">{delta}</p> : null}
    </div>
  );
}
