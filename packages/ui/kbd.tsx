import type { ReactNode } from 'react';

/** A key, as printed on a keyboard. */
export function Kbd({ children }: { children: ReactNode }): ReactNode {
  return (
    <kbd className="inline-grid min-h-5 min-w-5 place-items-center rounded-[4px] border border-control bg-surface px-1.5 font-sans text-micro text-muted">
      {children}
    </kbd>
  );
}
