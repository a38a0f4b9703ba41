'use client';

import { apiFailure } from '@aura/api/client';
import { ConfirmDialog } from '@aura/ui/confirm-dialog';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MemberOutput } from '../member.schema.ts';
import { roleNames } from './role-sentence.ts';
import { useMemberChange } from './use-member-change.ts';
import { useMembersApi } from './use-members-api.ts';

export function ReactivateDialog({ member, onClose }: { member: MemberOutput; onClose: () => void }): ReactNode {
  const changed = useMemberChange();
  const { mutateAsync } = useMutation(useMembersApi().members.reactivate.mutationOptions());
  return (
    <ConfirmDialog
      open
      tone="primary"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Reactivate ${member.name}?`}
      consequence={`They can sign in again as ${roleNames[member.role]}, with the password they had. Records handed over stay where they are.`}
      confirmLabel="Reactivate"
      onConfirm={async () => {
        await mutateAsync({ id: member.userId }).catch((error: unknown) => {
          throw new Error(apiFailure(error).message);
        });
        await changed(`${member.name} is active again`);
      }}
    />
  );
}
