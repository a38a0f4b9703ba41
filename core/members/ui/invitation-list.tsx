'use client';

import { apiFailure } from '@aura/api/client';
import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { type Column, DataTable } from '@aura/ui/data-table';
import { DateText, RelativeTime } from '@aura/ui/date-text';
import { EmptyState } from '@aura/ui/empty-state';
import { toast } from '@aura/ui/toast';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { InvitationOutput } from '../member.schema.ts';
import { PageBar } from './page-bar.tsx';
import { roleNames } from './role-sentence.ts';
import { useMemberChange } from './use-member-change.ts';
import { useMembersApi } from './use-members-api.ts';
import { tableStatus, usePages } from './use-pages.ts';

const tones = { open: 'info', expired: 'warn', accepted: 'ok', revoked: 'neutral' } as const;
const words = { open: 'Waiting', expired: 'Expired', accepted: 'Joined', revoked: 'Withdrawn' };

const columns: readonly Column<InvitationOutput>[] = [
  {
    id: 'email',
    header: 'E-mail',
    isRowHeader: true,
    cell: ({ email }) => <span className="font-medium wrap-anywhere">{email}</span>,
  },
  { id: 'role', header: 'Role', cell: ({ role }) => roleNames[role] },
  { id: 'status', header: 'State', cell: ({ status }) => <Badge tone={tones[status]}>{words[status]}</Badge> },
  { id: 'sent', header: 'Sent', cell: ({ createdAt }) => <RelativeTime value={createdAt} /> },
  {
    id: 'expires',
    header: 'Link works until',
    cell: ({ status, expiresAt }) => (status === 'open' ? <DateText value={expiresAt} /> : '—'),
  },
];

/** The invitations of this workspace, the open ones to be sent again or withdrawn. */
export function InvitationList(): ReactNode {
  const pages = usePages();
  const [revoking, setRevoking] = useState<InvitationOutput | null>(null);
  const list = useQuery({
    ...useMembersApi().invitations.list.queryOptions({
      limit: 50,
      sort: '-createdAt',
      ...(pages.cursor ? { cursor: pages.cursor } : {}),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <DataTable
        caption="Invitations"
        columns={columns}
        rows={list.data?.items ?? []}
        rowKey={({ id }) => id}
        rowLabel={({ email }) => email}
        rowActions={(invitation) => (
          <InvitationActions invitation={invitation} onRevoke={() => setRevoking(invitation)} />
        )}
        status={tableStatus(list)}
        errorText="We couldn't load the invitations."
        onRetry={() => void list.refetch()}
        empty={
          <EmptyState title="No invitations">
            Invite people by e-mail; until they join, they are listed here.
          </EmptyState>
        }
        scroll="page"
      />
      <PageBar
        pages={pages}
        nextCursor={list.data?.nextCursor}
        summary={`${list.data?.total ?? 0} invitations`}
        isLoading={list.isPlaceholderData}
      />
      {revoking ? <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

function InvitationActions({
  invitation,
  onRevoke,
}: {
  invitation: InvitationOutput;
  onRevoke: () => void;
}): ReactNode {
  const changed = useMemberChange();
  const { id, email, abilities } = invitation;
  const { mutate, isPending, isSuccess } = useMutation(
    useMembersApi().invitations.resend.mutationOptions({
      onSuccess: () => changed(`A new link is on its way to ${email}`),
      onError: (error) =>
        toast({
          title: `We couldn't send the link to ${email}`,
          description: apiFailure(error).message,
          tone: 'danger',
        }),
    }),
  );
  return (
    <span className="flex justify-end gap-2 @max-[40rem]:flex-col @max-[40rem]:items-end">
      {abilities.resend ? (
        <Button
          size="sm"
          loading={isPending}
          aria-label={`${isSuccess ? 'Sent again' : 'Send again'} to ${email}`}
          onClick={() => mutate({ id })}
        >
          {isSuccess ? 'Sent again' : 'Send again'}
        </Button>
      ) : null}
      {abilities.revoke ? (
        <Button size="sm" variant="ghost" aria-label={`Withdraw the invitation of ${email}`} onClick={onRevoke}>
          Withdraw
        </Button>
      ) : null}
    </span>
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: InvitationOutput; onClose: () => void }): ReactNode {
  const changed = useMemberChange();
  const { mutateAsync } = useMutation(useMembersApi().invitations.revoke.mutationOptions());
  return (
    <ConfirmDialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Withdraw the invitation of ${invitation.email}?`}
      consequence="The link in their mail stops working at once. You can invite them again."
      confirmLabel="Withdraw"
      onConfirm={async () => {
        await mutateAsync({ id: invitation.id }).catch((error: unknown) => {
          throw new Error(apiFailure(error).message);
        });
        await changed(`The invitation of ${invitation.email} is withdrawn`);
      }}
    />
  );
}
