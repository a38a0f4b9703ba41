'use client';

import { apiFailure } from '@aura/api/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIdentityApi } from './use-identity-api.ts';

/** Asks for the confirmation of the e-mail address, until it is confirmed. It stops nobody from working. */
export function VerifyEmailBanner(): ReactNode {
  const api = useIdentityApi().me;
  const { data } = useQuery({ ...api.get.queryOptions(), staleTime: 60_000 });
  const { mutate, isPending, isSuccess, error } = useMutation(api.sendVerification.mutationOptions());
  if (!data || data.emailVerified) return null;
  return (
    <Banner
      tone="info"
      shape="bar"
      actions={
        isSuccess ? null : (
          <Button size="sm" loading={isPending} loadingLabel="Sending…" onClick={() => mutate()}>
            Send the link again
          </Button>
        )
      }
    >
      <span role="status">
        {isSuccess
          ? `A new link is on its way to ${data.email}.`
          : error
            ? apiFailure(error).message
            : `Please confirm your e-mail address with the link we sent to ${data.email}.`}
      </span>
    </Banner>
  );
}
