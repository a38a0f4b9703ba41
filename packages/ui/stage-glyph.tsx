import type { ReactNode } from 'react';

export type StageGlyphProps = {
  /** Whether the stage is open, won or lost. */
  outcome: 'open' | 'won' | 'lost';
  /** Place among the open stages, 0 for the first. */
  position?: number;
  /** Number of open stages. */
  count?: number;
  className?: string;
};

/** Quarters filled, 0 to 3: an open stage is never full, as only won is. */
export function filledQuarters(position: number, count: number): number {
  if (count <= 1) return 0;
  const share = Math.min(Math.max(position / (count - 1), 0), 1);
  return Math.round(share * 3);
}

const wedges = ['', 'M8 8V3.5A4.5 4.5 0 0 1 12.5 8Z', 'M8 3.5a4.5 4.5 0 0 1 0 9Z', 'M8 8V3.5A4.5 4.5 0 1 1 3.5 8Z'];

/** Where a stage stands: a circle filled by quarters, a check for won, a cross for lost. The stage's name stands beside it. */
export function StageGlyph({ outcome, position = 0, count = 1, className = '' }: StageGlyphProps): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      data-quarters={outcome === 'open' ? filledQuarters(position, count) : undefined}
      data-outcome={outcome}
      className={`inline-block shrink-0 ${outcome === 'lost' ? 'text-muted' : 'text-primary'} ${className}`}
    >
      {outcome === 'won' ? (
        <>
          <circle cx="8" cy="8" r="7.25" fill="currentColor" />
          <path
            d="m4.75 8.25 2.25 2.25 4.25-4.75"
            className="stroke-on-primary"
            strokeWidth="1.75"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      ) : (
        <circle cx="8" cy="8" r="6.5" stroke="currentColor" strokeWidth="1.5" />
      )}
      {outcome === 'open' ? <path d={wedges[filledQuarters(position, count)]} fill="currentColor" /> : null}
      {outcome === 'lost' ? (
        <path d="m5.5 5.5 5 5m0-5-5 5" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      ) : null}
    </svg>
  );
}
