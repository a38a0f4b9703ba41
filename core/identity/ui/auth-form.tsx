'use client';

import { FormErrorSummary } from '@aura/ui/form-error-summary';
import type { FormEvent, ReactNode } from 'react';
import type { FormFailure } from './form-failure.ts';

type AuthFormProps = {
  title: string;
  intro?: ReactNode;
  failure: FormFailure;
  /** Said above the errors instead of "2 things to fix", where one neutral sentence is all there is. */
  errorTitle?: string | undefined;
  onSubmit: () => void;
  children: ReactNode;
};

/** The one form of an entrance page: heading, errors, fields. Nothing typed is lost when it is refused. */
export function AuthForm({ title, intro, failure, errorTitle, onSubmit, children }: AuthFormProps): ReactNode {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  // By POST, should it be sent before the script is there: a password must not stand in an address.
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      <div>
        <h1 tabIndex={-1} className="font-brand text-[1.75rem] leading-8 font-semibold text-balance">
          {title}
        </h1>
        {intro ? <div className="mt-2 text-muted">{intro}</div> : null}
      </div>
      <FormErrorSummary
        errors={failure.errors}
        attempt={failure.attempt}
        {...(errorTitle ? { title: errorTitle } : {})}
      />
      {children}
    </form>
  );
}
