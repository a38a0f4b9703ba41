'use client';

import { apiFailure } from '@aura/api/client';
import { useIdentityApi } from '@aura/identity/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Dialog } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { PasswordInput } from '@aura/ui/password-input';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { tellOtherTabs, whenAnotherTabLeaves } from './leave.ts';

/** Asks for the password again when the session has ended under an open page, so that nothing typed is lost. */
export function SessionGuard({ email, userId }: { email: string; userId: string }): ReactNode {
  const [isOver, setOver] = useState(false);
  const queries = useQueryClient();
  useEffect(() => whenAnotherTabLeaves(() => location.assign('/login')), []);
  useEffect(() => {
    const look = ({ action, type }: { type: string; action?: { type: string; error?: unknown } }): void => {
      if (type === 'updated' && action?.type === 'error' && apiFailure(action.error).status === 401) setOver(true);
    };
    const stopQueries = queries.getQueryCache().subscribe(look);
    const stopMutations = queries.getMutationCache().subscribe(look);
    return () => {
      stopQueries();
      stopMutations();
    };
  }, [queries]);
  const goOn = (): void => {
    setOver(false);
    void queries.invalidateQueries();
  };
  return <SignInAgain isOpen={isOver} email={email} userId={userId} onDone={goOn} />;
}

type SignInAgainProps = { isOpen: boolean; email: string; userId: string; onDone: () => void };

function SignInAgain({ isOpen, email, userId, onDone }: SignInAgainProps): ReactNode {
  const api = useIdentityApi().auth;
  const [password, setPassword] = useState('');
  const { mutate, error, isPending } = useMutation(
    api.signIn.mutationOptions({
      onSuccess: (entered) => {
        setPassword('');
        if (entered.userId === userId) {
          onDone();
          return;
        }
        tellOtherTabs();
        location.assign('/');
      },
    }),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isPending) mutate({ email, password, remember: true });
  };
  return (
    <Dialog
      open={isOpen}
      title="Sign in again"
      description={`Your session has ended. What you typed is still here. You are ${email}.`}
      size="sm"
    >
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {error ? (
          <Banner tone="danger" isAnnounced>
            {apiFailure(error).message}
          </Banner>
        ) : null}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <Field label="Password">
          <PasswordInput
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" loading={isPending} loadingLabel="Signing in…">
          Sign in
        </Button>
        <a href="/login" className="text-link self-start">
          Leave this page and sign in as someone else
        </a>
      </form>
    </Dialog>
  );
}
