'use client';

import { apiFailure } from '@aura/api/client';
import { LoadFailure, Outcome } from '@aura/identity/client';
import { SkeletonRegion, SkeletonText } from '@aura/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AcceptInvitationForm } from './accept-invitation-form.tsx';
import { useMembersApi } from './use-members-api.ts';

/** What an invitation's link opens: who invites to what, and the two things still needed. */
export function AcceptInvitationScreen({ token }: { token: string }): ReactNode {
  const { data, error, refetch } = useQuery({
    ...useMembersApi().invitations.preview.queryOptions({ token }),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (token === '' || (error && apiFailure(error).status === 404)) {
    return (
      <Closed
        title="This invitation link is not known here"
        text="Perhaps it was cut short by your mail program, or a newer one was sent. Look for a newer mail, or ask the person who invited you to send it again."
      />
    );
  }
  if (error) return <LoadFailure thing="your invitation" error={error} onRetry={() => void refetch()} level={1} />;
  if (!data) {
    return (
      <SkeletonRegion label="Opening your invitation">
        <SkeletonText lines={6} />
      </SkeletonRegion>
    );
  }
  const inviter = data.inviterName ?? 'an administrator';
  switch (data.status) {
    case 'expired':
      return <Closed title="This invitation has expired" text={`Ask ${inviter} to send it again.`} />;
    case 'revoked':
      return (
        <Closed
          title="This invitation was withdrawn"
          text={`If you think that is a mistake, ask ${inviter} for a new one.`}
        />
      );
    case 'accepted':
      return <Closed title="This invitation was used already" text="Sign in with your e-mail address and password." />;
    case 'open':
      return <AcceptInvitationForm token={token} invitation={data} />;
  }
}

function Closed({ title, text }: { title: string; text: string }): ReactNode {
  return <Outcome title={title} text={text} href="/login" action="Go to sign in" />;
}
