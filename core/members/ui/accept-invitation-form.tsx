'use client';

import { AuthForm, formErrors, missingFields, NewPasswordField, useFormFailure } from '@aura/identity/client';
import type { Role } from '@aura/kernel';
import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { PasswordInput } from '@aura/ui/password-input';
import { TextInput } from '@aura/ui/text-input';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { roleNames, roleSentences } from './role-sentence.ts';
import { useMembersApi } from './use-members-api.ts';

type Invitation = { email: string; role: Role; workspaceName: string; inviterName: string | null; hasAccount: boolean };

export function AcceptInvitationForm({ token, invitation }: { token: string; invitation: Invitation }): ReactNode {
  const { email, role, workspaceName, inviterName, hasAccount } = invitation;
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const failure = useFormFailure();
  const { mutate, isPending, isSuccess } = useMutation(
    useMembersApi().invitations.accept.mutationOptions({
      onSuccess: () => location.assign('/?welcome=1'),
      onError: (error) => failure.fail(formErrors(error, ['name', 'password'])),
    }),
  );
  const submit = (): void => {
    if (isPending || isSuccess) return;
    const missing = missingFields({
      name: { value: name, message: 'Enter your full name' },
      password: { value: password, message: hasAccount ? 'Enter your password' : 'Choose a password' },
    });
    if (missing.length > 0) {
      failure.fail(missing);
      return;
    }
    mutate({ token, name, password });
  };
  return (
    <AuthForm
      title={`Join ${workspaceName}`}
      intro={
        <>
          {inviterName ?? 'An administrator'} invites you as{' '}
          <strong className="font-medium text-ink">{roleNames[role]}</strong>. {roleSentences[role]}
        </>
      }
      failure={failure}
      onSubmit={submit}
    >
      <Field label="E-mail" help="The address you were invited by. You sign in with it.">
        <TextInput type="email" name="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label="Full name" id="name" error={failure.errorOf('name')}>
        <TextInput
          name="name"
          autoComplete="name"
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {hasAccount ? (
        <Field
          label="Password"
          id="password"
          error={failure.errorOf('password')}
          help="You have an account with this address. Enter its password."
        >
          <PasswordInput
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
      ) : (
        <NewPasswordField value={password} onValueChange={setPassword} error={failure.errorOf('password')} />
      )}
      <Button type="submit" variant="primary" size="lg" loading={isPending || isSuccess} loadingLabel="Joining…">
        Join {workspaceName}
      </Button>
    </AuthForm>
  );
}
