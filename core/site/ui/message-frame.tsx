'use client';

import type { FormFailure } from '@aura/identity/client';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { PlainButton } from '@aura/ui/plain-button';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';

type MessageFrameProps = {
  label: string;
  failure: FormFailure;
  isPending: boolean;
  submit: string;
  /** Gets what stands in the form's controls, by their names. */
  onSubmit: (read: (name: string) => string) => void;
  children: ReactNode;
};

/** A form whose controls keep their own text: what was typed before the script came, or was refused, stays. */
export function MessageFrame(props: MessageFrameProps): ReactNode {
  const { label, failure, isPending, submit, onSubmit, children } = props;
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget);
    onSubmit((name) => {
      const value = typed.get(name);
      return typeof value === 'string' ? value : '';
    });
  };
  return (
    <form method="post" onSubmit={send} noValidate aria-label={label} className="flex flex-col gap-5">
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      {children}
      <PlainButton
        type="submit"
        variant="primary"
        size="lg"
        loading={isPending}
        loadingLabel="Sending…"
        className="sm:self-start"
      >
        {submit}
      </PlainButton>
    </form>
  );
}

/** Takes the form's place once the message is on its way. */
export function MessageSent({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="border-s-3 border-primary ps-5">
      <h2 ref={heading} tabIndex={-1} className="font-brand text-[1.375rem] leading-7 font-semibold text-balance">
        {title}
      </h2>
      <div className="mt-2 max-w-[60ch] text-body-lg wrap-anywhere text-muted">{children}</div>
    </div>
  );
}
