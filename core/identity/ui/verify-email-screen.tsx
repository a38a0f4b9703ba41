'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Outcome } from './reset-password-screen.tsx';
import { useIdentityApi } from './use-identity-api.ts';

/** Confirms an e-mail address. A press is asked for: mail scanners open links, and must not confirm anything. */
export function VerifyEmailScreen({ token }: { token: string }): ReactNode {
  const { mutate, error, isPending, isSuccess } = useMutation(useIdentityApi().auth.verifyEmail.mutationOptions());
  if (isSuccess)
    return (
      <Outcome
        title="Your e-mail address is confirmed"
        text="Thank you. There is nothing else to do."
        href="/"
        action="Go to your workspace"
      />
    );
  const { status, message } = apiFailure(error);
  if (token === '' || (error && status >= 400 && status < 500 && status !== 429)) {
    return (
      <Outcome
        title="This link no longer works"
        text="It may have been used already. If your address is still unconfirmed, the workspace shows how to get a new link."
        href="/"
        action="Go to your workspace"
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="font-brand text-[1.75rem] leading-8 font-semibold text-balance">Confirm your e-mail address</h1>
        <p className="mt-2 text-muted">One press, and we know that messages to it reach you.</p>
      </div>
      {error ? (
        <p role="alert" className="text-danger">
          {message}
        </p>
      ) : null}
      <Button
        variant="primary"
        size="lg"
        loading={isPending}
        loadingLabel="Confirming…"
        onClick={() => mutate({ token })}
      >
        Confirm
      </Button>
    </div>
  );
}
