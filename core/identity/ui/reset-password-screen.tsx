'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { Link } from '@aura/ui/link';
import { LinkButton } from '@aura/ui/link-button';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AuthForm } from './auth-form.tsx';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { useIdentityApi } from './use-identity-api.ts';

/** Sets a new password with the link from the mail. */
export function ResetPasswordScreen({ token }: { token: string }): ReactNode {
  const [password, setPassword] = useState('');
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess, error } = useMutation(
    useIdentityApi().auth.confirmPasswordReset.mutationOptions({
      onError: (refusal) => failure.fail(formErrors(refusal, ['password'])),
    }),
  );
  const isLinkBad = token === '' || (error !== null && isBadLink(error));
  if (isSuccess)
    return (
      <Outcome
        title="Your new password is set"
        text="All devices have been signed out and your API keys revoked. Sign in with the new password."
        href="/login"
        action="Sign in"
      />
    );
  if (isLinkBad) {
    return (
      <Outcome
        title="This link no longer works"
        text="Links to set a password work once and for an hour. Ask for a new one."
        href="/forgot-password"
        action="Send a new link"
      />
    );
  }
  const submit = (): void => {
    if (isPending) return;
    const missing = missingFields({ password: { value: password, message: 'Enter a new password' } });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    mutate({ token, password });
  };
  return (
    <AuthForm title="Choose a new password" failure={failure} onSubmit={submit}>
      <NewPasswordField
        value={password}
        onValueChange={setPassword}
        error={failure.errorOf('password')}
        label="New password"
      />
      <Button type="submit" variant="primary" size="lg" loading={isPending} loadingLabel="Saving…">
        Set password
      </Button>
      <Link href="/login" className="text-link self-start">
        Back to sign in
      </Link>
    </AuthForm>
  );
}

/** A refusal of the link itself, not of the password that was typed. */
function isBadLink(error: unknown): boolean {
  const { status, issues } = apiFailure(error);
  return (
    (status >= 400 && status < 500 && status !== 422 && status !== 429) || issues.some(({ path }) => path === 'token')
  );
}

type OutcomeProps = { title: string; text: string; href: string; action: string };

export function Outcome({ title, text, href, action }: OutcomeProps): ReactNode {
  return (
    <div className="flex flex-col gap-4">
      <h1
        tabIndex={-1}
        ref={(node) => node?.focus()}
        className="font-brand text-[1.75rem] leading-8 font-semibold text-balance"
      >
        {title}
      </h1>
      <p className="text-muted">{text}</p>
      <LinkButton href={href} variant="primary" className="self-start">
        {action}
      </LinkButton>
    </div>
  );
}
