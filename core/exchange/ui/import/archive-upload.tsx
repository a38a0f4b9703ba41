'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { openImport } from './leave-guard.ts';
import { startImport } from './send-file.ts';

/** For admins of an empty workspace: everything that another one had. */
export function ArchiveUpload(): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const [isMissing, setMissing] = useState(false);
  const { mutate, isPending, isSuccess, error, variables } = useMutation({
    mutationFn: startImport,
    onSuccess: ({ id }) => openImport(id),
  });
  const isBusy = isPending || isSuccess;
  const start = (dryRun: boolean): void => {
    if (isBusy) return;
    setMissing(file === null);
    if (file) mutate({ file, entity: 'workspace', options: { dryRun } });
  };
  const isTrial = variables?.options.dryRun === true;
  return (
    <details className="rounded-panel border border-line bg-surface p-5">
      <summary className="min-h-6 font-medium">A whole workspace (archive)</summary>
      <div className="mt-4 flex flex-col gap-4">
        <p className="text-muted">
          The file that an export of the whole workspace made. It goes into a workspace without records of its own,
          comes in whole or not at all, replaces the pipelines, and is not undone. People who are missing become members
          without a mail.
        </p>
        {error ? (
          <Banner tone="danger" title="The archive was refused" isAnnounced>
            {error.message}
          </Banner>
        ) : null}
        <Field
          id="archive-file"
          label="Archive (.zip or .json)"
          help="Up to 50 MB."
          error={isMissing ? 'Choose the archive' : null}
        >
          <input
            id="archive-file"
            type="file"
            accept=".zip,.json,application/zip,application/json"
            aria-describedby="archive-file-help"
            className="min-w-0 max-w-full"
            onChange={(event) => {
              setMissing(false);
              setFile(event.target.files?.[0] ?? null);
            }}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button loading={isBusy && isTrial} loadingLabel="Starting the check…" onClick={() => start(true)}>
            Check only
          </Button>
          <Button variant="primary" loading={isBusy && !isTrial} loadingLabel="Starting…" onClick={() => start(false)}>
            Import the workspace
          </Button>
        </div>
      </div>
    </details>
  );
}
