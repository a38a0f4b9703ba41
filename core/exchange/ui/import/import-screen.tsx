'use client';

import { useMe } from '@aura/identity/client';
import { Banner } from '@aura/ui/banner';
import { EmptyState } from '@aura/ui/empty-state';
import { PageHeader } from '@aura/ui/page-header';
import { Stepper } from '@aura/ui/stepper';
import { parseAsStringLiteral, useQueryState, useQueryStates } from 'nuqs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { IMPORT_ENTITIES } from '../../import/import-entity.ts';
import { ArchiveUpload } from './archive-upload.tsx';
import { CheckStep } from './check-step.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import { emptyDraft, type ImportDraft } from './import-draft.ts';
import { type ImportStep, importSteps } from './import-steps.ts';
import { useLeaveGuard } from './leave-guard.ts';
import { MapStep } from './map-step.tsx';
import { RecentImports } from './recent-imports.tsx';
import { UploadStep } from './upload-step.tsx';
import { useUnmatched } from './use-unmatched.ts';

const steps = [
  { id: 'upload', label: 'Upload' },
  { id: 'map', label: 'Map columns' },
  { id: 'check', label: 'Check' },
  { id: 'confirm', label: 'Confirm' },
];

/** Brings a spreadsheet in: upload, map, check, confirm. Going back loses nothing. */
export function ImportScreen(): ReactNode {
  const [{ step: wanted }, setStep] = useQueryStates(
    { step: parseAsStringLiteral(importSteps).withDefault('upload') },
    { history: 'push' },
  );
  const [entity, setEntity] = useQueryState('entity', parseAsStringLiteral(IMPORT_ENTITIES).withDefault('contacts'));
  const [kept, setDraft] = useState<ImportDraft>(emptyDraft);
  const me = useMe();
  const known = { ...kept, entity };
  const values = useUnmatched(known);
  const draft = { ...known, unmatched: values.data ?? null };
  // A chosen file does not outlive a reload: without it there is only the first step.
  const step = draft.file && draft.preview ? wanted : 'upload';
  useLeaveGuard(draft.file !== null);
  const heading = useStepFocus(step);
  const change = (next: Partial<ImportDraft>): void => {
    if (next.entity) void setEntity(next.entity);
    // Another choice makes an earlier check void.
    setDraft((now) => ({ ...now, trialId: null, ...next }));
  };
  const goTo = (next: ImportStep): void => void setStep({ step: next });
  if (me && !me.permissions.includes('import:create')) return <NotAllowed />;
  return (
    <div className="flex max-w-240 flex-col gap-6">
      <div>
        <PageHeader title="Import" subtitle="From a CSV file. Nothing is saved before you confirm." />
        <Stepper label="Steps of the import" steps={steps} currentId={step} />
      </div>
      {wanted !== step ? (
        <Banner tone="info" isAnnounced>
          The file has to be chosen again: a browser forgets it when the page is loaded anew.
        </Banner>
      ) : null}
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {steps.find(({ id }) => id === step)?.label}
      </h2>
      {step === 'upload' ? <UploadStep draft={draft} change={change} goTo={goTo} /> : null}
      {step === 'map' ? <MapStep draft={draft} change={change} goTo={goTo} values={values} /> : null}
      {step === 'check' ? <CheckStep draft={draft} change={change} goTo={goTo} /> : null}
      {step === 'confirm' ? <ConfirmStep draft={draft} change={change} goTo={goTo} /> : null}
      {step === 'upload' ? <ImportFoot isAdmin={me?.permissions.includes('import:workspace') ?? false} /> : null}
    </div>
  );
}

function ImportFoot({ isAdmin }: { isAdmin: boolean }): ReactNode {
  return (
    <>
      {isAdmin ? <ArchiveUpload /> : null}
      <RecentImports />
    </>
  );
}

function NotAllowed(): ReactNode {
  return (
    <>
      <h1 className="sr-only">Import</h1>
      <EmptyState kind="no-permission" title="Your role can't import">
        A file holds records of the whole team, so managers and admins import. Ask one of them, or add records by hand.
      </EmptyState>
    </>
  );
}

/** A new step begins at its heading, for the keyboard and for screen readers; the page's first sight does not. */
function useStepFocus(step: ImportStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(step);
  useEffect(() => {
    if (last.current !== step) heading.current?.focus();
    last.current = step;
  }, [step]);
  return heading;
}
