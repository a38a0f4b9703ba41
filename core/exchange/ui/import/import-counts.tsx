import type { ReactNode } from 'react';
import type { Import } from '../../import/import.schema.ts';

type Counts = Pick<Import, 'created' | 'updated' | 'skipped' | 'failed' | 'dryRun'>;

/** How many rows became what. A trial says what would be. */
export function ImportCounts({ counts }: { counts: Counts }): ReactNode {
  const entries = [
    [counts.dryRun ? 'New' : 'Created', counts.created],
    [counts.dryRun ? 'Changed' : 'Updated', counts.updated],
    ['Skipped, already here', counts.skipped],
    ['With problems', counts.failed],
  ] as const;
  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {entries.map(([label, count]) => (
        <div
          key={label}
          className="flex flex-col-reverse justify-end gap-1 rounded-panel border border-line bg-surface p-4"
        >
          <dt className="text-small text-muted">{label}</dt>
          <dd className="m-0 text-figure tabular-nums">{count.toLocaleString('en-US')}</dd>
        </div>
      ))}
    </dl>
  );
}
