import type { ReactNode } from 'react';

export type ProgressProps = {
  label: string;
  /** Between 0 and `max`; null while the amount of work is not known. */
  value: number | null;
  max?: number;
  /** The state in words, e.g. "Queued" or "312 of 1,204 rows". Never "done" before it is. */
  text: ReactNode;
};

/** How far a job is, in a bar and in words. */
export function Progress({ label, value, max = 100, text }: ProgressProps): ReactNode {
  const share = value === null ? 0 : Math.min(Math.max(value / max, 0), 1);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-small">
        <span className="font-medium text-ink">{label}</span>
        <span className="text-muted tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        className={`h-2 overflow-hidden rounded-full border border-control ${value === null ? 'hatch text-control' : 'bg-surface'}`}
      >
        <svg aria-hidden="true" width="100%" height="100%" className="block text-primary">
          <rect width={`${share * 100}%`} height="100%" fill="currentColor" />
        </svg>
      </div>
    </div>
  );
}
