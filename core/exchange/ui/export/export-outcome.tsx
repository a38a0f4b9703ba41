'use client';

import { apiFailure } from '@aura/api/client';
import { announce } from '@aura/ui/announce';
import { Banner } from '@aura/ui/banner';
import { buttonClass } from '@aura/ui/button-class';
import { Link } from '@aura/ui/link';
import { totalText } from '@aura/ui/list-text';
import { Progress } from '@aura/ui/progress';
import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { Export } from '../../export/export.schema.ts';
import { scopeNouns, sizeText } from './export-words.ts';
import { isBeingMade, useExport } from './use-export.ts';

/** Step 3: how far the file is, then the file. */
export function ExportOutcome({ id }: { id: string }): ReactNode {
  const { data: job, error } = useExport(id);
  const status = job?.status;
  useEffect(() => {
    if (status === 'done') announce('Your file is ready');
    if (status === 'failed') announce('The export failed', { assertive: true });
  }, [status]);
  return (
    <div ref={focusIt} tabIndex={-1} className="flex flex-col gap-4 outline-none">
      {error ? <Banner tone="danger" title={apiFailure(error).message} isAnnounced /> : null}
      {!job || isBeingMade(job) ? <Making job={job} /> : <Made job={job} />}
    </div>
  );
}

// The field that led here is gone; what comes is read from its place.
function focusIt(element: HTMLElement | null): void {
  element?.focus();
}

function Making({ job }: { job: Export | undefined }): ReactNode {
  const count = job ? totalText({ total: job.rows }, scopeNouns[job.scope]) : '';
  return (
    <>
      <Progress
        label="Preparing your file"
        value={null}
        text={job?.status === 'running' ? `${count} so far` : 'Queued, waiting for its turn'}
      />
      <p className="text-muted">
        You can close this: the file will be under <DataLink />.
      </p>
    </>
  );
}

function Made({ job }: { job: Export }): ReactNode {
  if (!job.downloadUrl) {
    return (
      <Banner tone="danger" title="We couldn't make this file">
        {job.failure?.message ?? 'It is not there any more. Ask for it again.'}
      </Banner>
    );
  }
  return (
    <>
      <p>
        <strong className="font-medium">Your file is ready:</strong>{' '}
        {totalText({ total: job.rows }, scopeNouns[job.scope])}, {sizeText(job.bytes)}.
      </p>
      <DownloadLink job={job} isWide />
      <p className="text-small text-muted">
        It is yours alone, for 24 hours. You find it again under <DataLink />.
      </p>
    </>
  );
}

/** The file itself: the browser saves it, and the page stays. */
export function DownloadLink({ job, isWide = false }: { job: Export; isWide?: boolean }): ReactNode {
  return (
    <a
      href={job.downloadUrl ?? undefined}
      download={job.fileName}
      aria-label={`Download ${job.fileName}`}
      className={buttonClass(isWide ? { variant: 'primary', className: 'self-start' } : { size: 'sm' })}
    >
      <FileDown aria-hidden />
      Download
    </a>
  );
}

function DataLink(): ReactNode {
  return (
    <Link href="/settings/data" className="text-link underline underline-offset-3">
      Settings, Data
    </Link>
  );
}
