'use client';

import { announce } from '@aura/ui/announce';
import { Progress } from '@aura/ui/progress';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Import } from '../../import/import.schema.ts';

type Progressing = Pick<Import, 'status' | 'processed' | 'total' | 'dryRun' | 'undoing'>;

/** How far a queued or running import, or its undo, is; said aloud at each quarter. */
export function ImportProgress({ job }: { job: Progressing }): ReactNode {
  const { status, processed, total, undoing } = job;
  useQuarters(job);
  return (
    <Progress
      label={undoing ? 'Undoing' : job.dryRun ? 'Checking' : 'Importing'}
      value={status === 'queued' || total === null ? null : processed}
      max={Math.max(total ?? 1, 1)}
      text={textOf(job)}
    />
  );
}

function textOf({ status, processed, total, undoing }: Progressing): string {
  if (status === 'queued') return 'Queued, waiting for its turn';
  if (total === null) return 'Reading the file';
  return `${processed.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} ${undoing ? 'records' : 'rows'}`;
}

function useQuarters({ processed, total, status }: Progressing): void {
  const spoken = useRef(0);
  const quarter = total ? Math.floor((processed / total) * 4) : 0;
  useEffect(() => {
    if (status !== 'running' || quarter <= spoken.current || quarter > 3) return;
    spoken.current = quarter;
    announce(`${quarter * 25} percent`);
  }, [quarter, status]);
}
