'use client';

import { formErrors, missingFields, useFormFailure } from '@aura/identity/client';
import { Field } from '@aura/ui/field';
import { FormErrorSummary } from '@aura/ui/form-error-summary';
import { PlainButton } from '@aura/ui/plain-button';
import { TextInput } from '@aura/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useTenantsApi } from './use-tenants-api.ts';

/** For people who do not. The answer is the same for every address: it tells nobody who has an account. */
export function WorkspaceByMail(): ReactNode {
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, variables, reset } = useMutation(
    useTenantsApi().signIn.workspaces.mutationOptions({
      onError: (error) => failure.fail(formErrors(error, ['email'])),
      onSuccess: () => failure.clear(),
    }),
  );
  if (isSuccess) return <ListSent email={variables.email} onAgain={reset} />;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isPending) return;
    const typed = new FormData(event.currentTarget).get('email');
    const email = typeof typed === 'string' ? typed.trim() : '';
    const missing = missingFields({ email: { value: email, message: 'Enter your e-mail address' } });
    if (missing.length > 0) failure.fail(missing);
    else mutate({ email });
  };
  return (
    <form
      method="post"
      onSubmit={submit}
      noValidate
      aria-labelledby="by-mail-heading"
      className="flex flex-col gap-5 border-t border-line pt-6"
    >
      <h2 id="by-mail-heading" className="text-h2">
        Find my workspaces
      </h2>
      <FormErrorSummary errors={failure.errors} attempt={failure.attempt} />
      <Field label="E-mail" id="email" error={failure.errorOf('email')} help="We mail you the list of your workspaces.">
        <TextInput type="email" name="email" autoComplete="email" />
      </Field>
      <PlainButton type="submit" size="lg" loading={isPending} loadingLabel="Sending…">
        Mail me the list
      </PlainButton>
    </form>
  );
}

function ListSent({ email, onAgain }: { email: string; onAgain: () => void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col items-start gap-3 border-t border-line pt-6">
      <h2 ref={heading} tabIndex={-1} className="text-h2">
        Look into your mailbox
      </h2>
      <p className="text-body-lg text-muted">
        If <strong className="font-medium wrap-anywhere text-ink">{email}</strong> is used in a workspace, we've sent a
        list. Look into the spam folder too.
      </p>
      <PlainButton onClick={onAgain}>Try another address</PlainButton>
    </div>
  );
}
