'use client';

import { apiFailure } from '@aura/api/client';
import { Button } from '@aura/ui/button';
import { Spinner } from '@aura/ui/spinner';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Outcome } from './reset-password-screen.tsx';
import { useIdentityApi } from './use-identity-api.ts';

/** Trades the code in the address for a session of this host, once, and goes in. */
export function HandoffScreen({ code }: { code: string }): ReactNode {
  const { mutate, error, isPending } = useMutation(
    useIdentityApi().auth.redeemHandoff.mutationOptions({
      // `replace`: the address with the used code must not stay in the history.
      onSuccess: () => location.replace('/?welcome=1'),
    }),
  );
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || code === '') return;
    asked.current = true;
    mutate({ code });
  }, [code, mutate]);
  const { status } = apiFailure(error);
  if (code === '' || (error && status >= 400 && status < 500 && status !== 429)) {
    return (
      <Outcome
        title="This sign-in link has expired"
        text="It works once and for a minute. Your workspace is ready: sign in with your password."
        href="/login"
        action="Sign in"
      />
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <h1 className="font-brand text-[1.75rem] leading-8 font-semibold text-balance">Opening your workspace</h1>
      {error ? (
        <>
          <p role="alert" className="text-muted">
            {apiFailure(error).message}
          </p>
          <Button variant="primary" className="self-start" loading={isPending} onClick={() => mutate({ code })}>
            Try again
          </Button>
        </>
      ) : (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner /> Signing you in…
        </p>
      )}
    </div>
  );
}
