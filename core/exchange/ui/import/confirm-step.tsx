'use client';

import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { totalText } from '@aura/ui/list-text';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { creatableNames, entityNames } from './import-draft.ts';
import { optionsOf } from './import-options.ts';
import type { StepProps } from './import-steps.ts';
import { openImport } from './leave-guard.ts';
import { startImport } from './send-file.ts';
import { useImport } from './use-import.ts';
import { sentOptions } from './value-decisions.ts';

/** One sentence of what will happen, and the button that makes it happen. */
export function ConfirmStep({ draft, goTo }: StepProps): ReactNode {
  const trial = useImport(draft.trialId).data;
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: startImport,
    onSuccess: ({ id }) => openImport(id),
  });
  const noun = entityNames[draft.entity];
  const { file } = draft;
  const start = (): void => {
    if (file && !isPending && !isSuccess)
      mutate({ file, entity: draft.entity, options: optionsOf(draft, { dryRun: false }) });
  };
  const parts = trial
    ? [
        trial.created > 0 ? `create ${totalText({ total: trial.created }, noun)}` : null,
        trial.updated > 0 ? `update ${trial.updated.toLocaleString('en-US')}` : null,
        trial.skipped > 0 ? `skip ${trial.skipped.toLocaleString('en-US')} that are here already` : null,
        trial.failed > 0 ? `leave out ${trial.failed.toLocaleString('en-US')} with problems` : null,
      ].filter(Boolean)
    : [];
  const added = Object.values(sentOptions(draft)).flat().length;
  const along = [
    ...draft.createMissing.map((kind) => creatableNames[kind]),
    ...(added > 0
      ? [`${totalText({ total: added }, ['option', 'options'])} of custom fields, which an undo leaves`]
      : []),
  ];
  return (
    <div className="flex max-w-180 flex-col gap-6">
      {error ? (
        <Banner tone="danger" title="The import could not be started" isAnnounced>
          {error.message}
        </Banner>
      ) : null}
      <div className="rounded-panel border border-line bg-surface p-5">
        <p className="text-body-lg">
          This will {sentenceOf(parts)} from {file?.name}.
        </p>
        <p className="mt-2 text-muted">
          {along.length > 0 ? `It also creates ${along.join(' and ')}. ` : ''}
          {draft.entity === 'members'
            ? draft.sendInvitations
              ? 'Each person gets an invitation by mail. '
              : 'No mail is sent. '
            : 'Rows without an owner become yours. '}
          You can undo the whole import afterwards.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={isPending || isSuccess} loadingLabel="Starting…" onClick={start}>
          Start import
        </Button>
        <Button onClick={() => goTo('check')}>Back</Button>
      </div>
    </div>
  );
}

function sentenceOf(parts: readonly (string | null)[]): string {
  if (parts.length <= 1) return parts[0] ?? 'bring in the rows';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
