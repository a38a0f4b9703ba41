import type { ReactNode } from 'react';

/** A text cell: one line in a table, whole on a card. Nothing is drawn as a dash. */
export function CellText({ children }: { children: ReactNode }): ReactNode {
  if (children === null || children === undefined || children === '') return <span className="text-subtle">—</span>;
  return (
    <span
      className="block min-w-0 @max-[40rem]:wrap-anywhere @min-[40rem]:truncate"
      title={typeof children === 'string' ? children : undefined}
    >
      {children}
    </span>
  );
}
