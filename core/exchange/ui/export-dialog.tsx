'use client';

import { apiFailure } from '@aura/api/client';
import { useIdentityApi, useMe } from '@aura/identity/client';
import { Button } from '@aura/ui/button';
import { Dialog, DialogClose } from '@aura/ui/dialog';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { ExportFormat, ExportScope } from '../export-scope.ts';
import { type ExportChoice, ExportChoiceForm } from './export-choice.tsx';
import { ExportCodeForm } from './export-code.tsx';
import { ExportOutcome } from './export-outcome.tsx';
import { maskEmail, scopeNames } from './export-words.ts';
import { useExportsApi } from './use-exports-api.ts';

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
  const steps = useSteps(props);
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

export type ExportSteps = ReturnType<typeof useSteps>;

function useSteps({ scope, filter }: ExportDialogProps) {
  const [step, setStep] = useState<'what' | 'code' | 'file'>('what');
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [sent, setSent] = useState(0);
  const exportsApi = useExportsApi();
  const queries = useQueryClient();
  const mail = useMutation(
    useIdentityApi().me.code.mutationOptions({
      onSuccess: () => {
        setSent(sent + 1);
        setStep('code');
      },
    }),
  );
  const request = useMutation(
    exportsApi.create.mutationOptions({
      onSuccess: () => {
        setStep('file');
        return queries.invalidateQueries({ queryKey: exportsApi.list.queryKey() });
      },
    }),
  );
  return {
    ...{ step, format, setFormat },
    /** How many codes were mailed. */
    sent,
    mail: () => mail.mutate({ purpose: 'export' }),
    isMailing: mail.isPending,
    mailFailure: mail.error ? apiFailure(mail.error).message : null,
    request: (code: string) => request.mutate({ scope, format, code, ...(filter ? { filter } : {}) }),
    isRequesting: request.isPending,
    requestFailure: request.error ? apiFailure(request.error) : null,
    exportId: request.data?.id ?? '',
    back: () => {
      request.reset();
      setStep('what');
    },
  };
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
