'use client';

import { announce } from '@aura/ui/announce';
import { Progress } from '@aura/ui/progress';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Import } from '../import.schema.ts';

/** How far a queued or running import is, said aloud at each quarter. */
export function ImportProgress({ job }: { job: Pick<Import, 'status' | 'processed' | 'total' | 'dryRun'> }): ReactNode {
  const { status, processed, total } = job;
  const text =
    status === 'queued'
      ? 'Queued, waiting for its turn'
      : total === null
        ? 'Reading the file'
        : `${processed.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows`;
  useQuarters(job);
  return (
    <Progress
      label={job.dryRun ? 'Checking' : 'Importing'}
      value={status === 'queued' || total === null ? null : processed}
      max={Math.max(total ?? 1, 1)}
      text={text}
    />
  );
}

function useQuarters({ processed, total, status }: Pick<Import, 'status' | 'processed' | 'total'>): void {
  const spoken = useRef(0);
  const quarter = total ? Math.floor((processed / total) * 4) : 0;
  useEffect(() => {
    if (status !== 'running' || quarter <= spoken.current || quarter > 3) return;
    spoken.current = quarter;
    announce(`${quarter * 25} percent`);
  }, [quarter, status]);
}
