import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

/** The mark: an open ledger whose two pages make an A, with one line ruled in copper. */
export function Logo({ size = 24, className = '' }: { size?: number; className?: string }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      className={`shrink-0 ${className}`}
    >
      <path d="M12 2.5 3 20.5h5.2L12 12.6l3.8 7.9H21L12 2.5Z" className="fill-primary" />
      <path d="M8.9 16.25h6.2" className="stroke-copper" strokeWidth="2.25" strokeLinecap="round" />
    </svg>
  );
}

/** The mark and the name. */
export function Wordmark({ size = 24, className = '' }: { size?: number; className?: string }): ReactNode {
  return (
    <span className={classNames('inline-flex items-center gap-2 font-brand text-h2 text-ink', className)}>
      <Logo size={size} />
      Aura
    </span>
  );
}
