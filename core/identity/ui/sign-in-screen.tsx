'use client';

import { Button } from '@aura/ui/button';
import { Checkbox } from '@aura/ui/checkbox';
import { Field } from '@aura/ui/field';
import { Link } from '@aura/ui/link';
import { PasswordInput } from '@aura/ui/password-input';
import { TextInput } from '@aura/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AuthForm } from './auth-form.tsx';
import { formErrors, missingFields, useFormFailure } from './form-failure.ts';
import { sameOriginPath } from './same-origin-path.ts';
import { useIdentityApi } from './use-identity-api.ts';

type SignInScreenProps = { workspaceName: string; next: string | undefined; siteLoginUrl: string };

/** Signing in to one workspace. The page is loaded anew afterwards, so nothing of an earlier person stays in memory. */
export function SignInScreen({ workspaceName, next, siteLoginUrl }: SignInScreenProps): ReactNode {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess } = useMutation(
    useIdentityApi().auth.signIn.mutationOptions({
      onSuccess: () => location.assign(sameOriginPath(next)),
      onError: (error) => failure.fail(formErrors(error, ['email', 'password'])),
    }),
  );
  const submit = (): void => {
    if (isPending || isSuccess) return;
    const missing = missingFields({
      email: { value: email, message: 'Enter your e-mail address' },
      password: { value: password, message: 'Enter your password' },
    });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    mutate({ email: email.trim(), password, remember });
  };
  return (
    <AuthForm
      title={`Sign in to ${workspaceName}`}
      failure={failure}
      errorTitle={failure.errors.some(({ field }) => field) ? undefined : "We couldn't sign you in"}
      onSubmit={submit}
    >
      <Field label="E-mail" error={failure.errorOf('email')} id="email">
        <TextInput
          type="email"
          name="email"
          autoComplete="username"
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <Field label="Password" error={failure.errorOf('password')} id="password">
        <PasswordInput
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Checkbox
          label="Keep me signed in"
          checked={remember}
          onChange={(event) => setRemember(event.target.checked)}
        />
        <Link
          href={email ? `/forgot-password?email=${encodeURIComponent(email)}` : '/forgot-password'}
          className="text-link"
        >
          Forgot your password?
        </Link>
      </div>
      <Button type="submit" variant="primary" size="lg" loading={isPending || isSuccess} loadingLabel="Signing in…">
        Sign in
      </Button>
      <p className="text-small text-muted">
        Not your workspace?{' '}
        <a href={siteLoginUrl} className="text-link">
          Go to another one
        </a>
      </p>
    </AuthForm>
  );
}
