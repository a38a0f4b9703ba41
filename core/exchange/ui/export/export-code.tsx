'use client';

import { announce } from '@aura/ui/announce';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { OtpField } from '@aura/ui/otp-field';
import { type ReactNode, useEffect, useState } from 'react';
import type { ExportSteps } from './use-export-steps.ts';

const DIGITS = 6;
const RESEND_AFTER_S = 30;

/** Step 2: the code from the mailbox. Sent by itself with its last digit, or by the button. */
export function ExportCodeForm({ id, steps }: { id: string; steps: ExportSteps }): ReactNode {
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const { requestFailure: failure } = steps;
  const isAboutCode = failure?.issues.some(({ path }) => path === 'code') === true;
  const refusal = isAboutCode ? (failure?.message ?? null) : null;
  const error = missing ?? refusal;
  useEffect(() => {
    if (refusal) announce(refusal, { assertive: true });
  }, [refusal]);
  const submit = (complete: string): void => {
    if (steps.isRequesting) return;
    setMissing(complete.length < DIGITS ? `Enter all ${DIGITS} digits of the code` : null);
    if (complete.length === DIGITS) steps.request(complete);
  };
  return (
    <form
      id={id}
      method="post"
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit(code);
      }}
    >
      {failure && !isAboutCode ? <Banner tone="danger" title={failure.message} isAnnounced /> : null}
      <Field label="Code" error={error}>
        <OtpField
          ref={focusIt}
          onValueChange={(value) => {
            setCode(value);
            setMissing(null);
          }}
          onComplete={submit}
        />
      </Field>
      <Resend key={steps.sent} steps={steps} />
    </form>
  );
}

// The button that led here is gone: without this the focus would be nowhere.
function focusIt(element: HTMLElement | null): void {
  element?.focus();
}

/** Another code after half a minute; the older one is void then. */
function Resend({ steps }: { steps: ExportSteps }): ReactNode {
  const [leftS, setLeftS] = useState(RESEND_AFTER_S);
  useEffect(() => {
    if (leftS === 0) {
      announce('You can ask for another code now');
      return;
    }
    const timer = setTimeout(() => setLeftS(leftS - 1), 1_000);
    return () => clearTimeout(timer);
  }, [leftS]);
  return (
    <p className="flex min-h-9 flex-wrap items-center gap-x-2 text-small text-muted">
      {steps.sent > 1 ? 'A new code is on its way. ' : 'Nothing in your mailbox? '}
      {leftS > 0 ? (
        <span className="tabular-nums">You can ask again in {leftS} s.</span>
      ) : (
        <Button size="sm" loading={steps.isMailing} onClick={steps.mail}>
          Send another code
        </Button>
      )}
      {steps.mailFailure ? <span role="alert">{steps.mailFailure}</span> : null}
    </p>
  );
}
