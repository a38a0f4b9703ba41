'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Import } from '../../import/import.schema.ts';
import { ImportCounts } from './import-counts.tsx';
import { ImportNotes } from './import-notes.tsx';
import { optionsOf } from './import-options.ts';
import { ImportProblems } from './import-problems.tsx';
import { ImportProgress } from './import-progress.tsx';
import type { StepProps } from './import-steps.ts';
import { FileRefusal, startImport } from './send-file.ts';
import { isUnderWay, useImport } from './use-import.ts';

/** A trial with the real rules: every row is tried, and nothing is kept. */
export function CheckStep({ draft, change, goTo }: StepProps): ReactNode {
  const { error, mutate, isPending, data } = useMutation({
    mutationFn: startImport,
    onSuccess: (started) => change({ trialId: started.id }),
  });
  const trial = useImport(draft.trialId ?? data?.id ?? null);
  const { file } = draft;
  const begun = useRef(false);
  const start = (): void => {
    if (file) mutate({ file, entity: draft.entity, options: optionsOf(draft, { dryRun: true }) });
  };
  useEffect(() => {
    if (begun.current || draft.trialId) return;
    begun.current = true;
    start();
  });
  const job = trial.data;
  return (
    <div className="flex flex-col gap-6">
      {error ? <Refused error={error} onRetry={start} isPending={isPending} /> : null}
      {trial.isError ? (
        <Banner tone="danger" isAnnounced actions={<Button onClick={() => void trial.refetch()}>Retry</Button>}>
          We couldn't ask how the check is going.
        </Banner>
      ) : null}
      {!error && (!job || isUnderWay(job)) ? (
        <ImportProgress job={job ?? { status: 'queued', processed: 0, total: null, dryRun: true, undoing: false }} />
      ) : null}
      {job && !isUnderWay(job) ? <Result job={job} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" disabledReason={reasonToWait(job)} onClick={() => goTo('confirm')}>
          Continue
        </Button>
        <Button onClick={() => goTo('map')}>Back to the columns</Button>
      </div>
    </div>
  );
}

function reasonToWait(job: Import | undefined): string | null {
  if (!job || isUnderWay(job)) return 'The check is still running';
  if (job.status === 'failed') return 'The check did not work';
  return job.created + job.updated === 0 ? 'No row would be created or changed' : null;
}

function Result({ job }: { job: Import }): ReactNode {
  if (job.status === 'failed') {
    return (
      <Banner tone="danger" title="The check did not work" isAnnounced>
        {job.failure?.message ?? 'Nothing was imported. Go back, look at the columns and try again.'}
      </Banner>
    );
  }
  return (
    <>
      <Banner tone={job.failed > 0 ? 'warn' : 'ok'} isAnnounced>
        {job.failed > 0
          ? `${job.failed.toLocaleString('en-US')} of ${(job.total ?? 0).toLocaleString('en-US')} rows have problems. The others can come in.`
          : `All ${(job.total ?? 0).toLocaleString('en-US')} rows are fine.`}
      </Banner>
      <ImportCounts counts={job} />
      <ImportNotes notes={job.notes} />
      <ImportProblems job={job} />
    </>
  );
}

function Refused({ error, onRetry, isPending }: { error: Error; onRetry: () => void; isPending: boolean }): ReactNode {
  const issues = error instanceof FileRefusal ? error.issues : [];
  return (
    <Banner
      tone="danger"
      title="The file could not be checked"
      isAnnounced
      actions={
        <Button loading={isPending} onClick={onRetry}>
          Retry
        </Button>
      }
    >
      {issues.length > 0 ? (
        <ul className="list-disc ps-5">
          {issues.map(({ path, message }) => (
            <li key={path + message}>{message}</li>
          ))}
        </ul>
      ) : (
        error.message
      )}
    </Banner>
  );
}
