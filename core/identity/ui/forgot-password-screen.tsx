'use client';

import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { Link } from '@aura/ui/link';
import { TextInput } from '@aura/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { AuthForm } from './auth-form.tsx';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { useIdentityApi } from './use-identity-api.ts';

/** Asks for a link to choose a new password. The answer is the same for every address: it tells nobody who has an account. */
export function ForgotPasswordScreen({ initialEmail }: { initialEmail: string }): ReactNode {
  const [email, setEmail] = useState(initialEmail);
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, reset } = useMutation(
    useIdentityApi().auth.requestPasswordReset.mutationOptions({
      onError: (error) => failure.fail(formErrors(error, ['email'])),
      onSuccess: () => failure.clear(),
    }),
  );
  const submit = (): void => {
    if (isPending) return;
    const missing = missingFields({ email: { value: email, message: 'Enter your e-mail address' } });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    mutate({ email: email.trim() });
  };
  if (isSuccess) return <Sent email={email} onAgain={reset} />;
  return (
    <AuthForm
      title="Choose a new password"
      intro="We send you a link with which you set a new one."
      failure={failure}
      onSubmit={submit}
    >
      <Field label="E-mail" error={failure.errorOf('email')} id="email">
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="primary" size="lg" loading={isPending} loadingLabel="Sending…">
        Send the link
      </Button>
      <Link href="/login" className="text-link self-start">
        Back to sign in
      </Link>
    </AuthForm>
  );
}

function Sent({ email, onAgain }: { email: string; onAgain: () => void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="flex flex-col gap-4">
      <h1 ref={heading} tabIndex={-1} className="font-brand text-[1.75rem] leading-8 font-semibold text-balance">
        Look into your mailbox
      </h1>
      <p className="text-muted">
        If <strong className="font-medium text-ink">{email}</strong> belongs to this workspace, a link is on its way. It
        works once, for an hour. Look into the spam folder too.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <Button onClick={onAgain}>Send it again</Button>
        <Link href="/login" className="text-link">
          Back to sign in
        </Link>
      </div>
    </div>
  );
}
