'use client';

import { useMe } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { type ReactNode, useId } from 'react';
import type { ExportScope } from '../../export/export-scope.ts';
import { type ExportChoice, ExportChoiceForm } from './export-choice.tsx';
import { ExportCodeForm } from './export-code.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { maskEmail, scopeNames } from './export-words.ts';
import { type ExportSteps, useExportSteps } from './use-export-steps.ts';

export type ExportDialogProps = ExportChoice & {
  scope: ExportScope;
  filter?: Record<string, unknown>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What, then the mailed code, then the file: three steps in one dialog. */
export function ExportDialog(props: ExportDialogProps): ReactNode {
  const { scope, open, onOpenChange } = props;
  const formId = useId();
  const steps = useExportSteps(props);
  const me = useMe();
  const { step } = steps;
  const texts = {
    what: null,
    code: `We sent a 6-digit code to ${me ? maskEmail(me.email) : 'your address'}. It works once, for ten minutes.`,
    file: null,
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="sm"
      title={step === 'code' ? "Confirm it's you" : `Export: ${scopeNames[scope].toLowerCase()}`}
      description={texts[step]}
      footer={<Foot steps={steps} formId={formId} />}
    >
      {step === 'what' ? (
        <ExportChoiceForm
          id={formId}
          {...props}
          format={steps.format}
          onFormatChange={steps.setFormat}
          failure={steps.mailFailure}
          onSubmit={() => steps.mail()}
        />
      ) : step === 'code' ? (
        <ExportCodeForm id={formId} steps={steps} />
      ) : (
        <ExportOutcome id={steps.exportId} />
      )}
    </Dialog>
  );
}

function Foot({ steps, formId }: { steps: ExportSteps; formId: string }): ReactNode {
  switch (steps.step) {
    case 'what':
      return (
        <>
          <DialogClose />
          <Button variant="primary" type="submit" form={formId} loading={steps.isMailing} loadingLabel="Sending…">
            E-mail me a code
          </Button>
        </>
      );
    case 'code':
      return (
        <>
          <Button onClick={steps.back}>Back</Button>
          <Button variant="primary" type="submit" form={formId} loading={steps.isRequesting} loadingLabel="Checking…">
            Export
          </Button>
        </>
      );
    case 'file':
      return <DialogClose>Close</DialogClose>;
  }
}
