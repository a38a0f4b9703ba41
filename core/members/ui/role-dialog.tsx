'use client';

import { apiFailure } from '@aura/api/client';
import { ROLES, type Role } from '@aura/kernel';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Dialog } from '@aura/ui/dialog';
import { RadioGroup } from '@aura/ui/radio-group';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { MemberOutput } from '../member.schema.ts';
import { roleNames, roleSummaries } from './role-sentence.ts';
import { useMemberChange } from './use-member-change.ts';
import { useMembersApi } from './use-members-api.ts';

export function RoleDialog({ member, onClose }: { member: MemberOutput; onClose: () => void }): ReactNode {
  const [role, setRole] = useState<Role>(member.role);
  const formId = useId();
  const changed = useMemberChange();
  const { mutate, isPending, error } = useMutation(
    useMembersApi().members.update.mutationOptions({
      onSuccess: async () => {
        await changed(`${member.name} is now ${roleNames[role]}`);
        onClose();
      },
    }),
  );
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Role of ${member.name}`}
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" loading={isPending} loadingLabel="Saving…">
            Save role
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (role === member.role) {
            onClose();
            return;
          }
          if (!isPending) mutate({ id: member.userId, role, expectedVersion: member.version });
        }}
      >
        {error ? (
          <Banner tone="danger" isAnnounced>
            {apiFailure(error).message}
          </Banner>
        ) : null}
        <RadioGroup
          label="Role"
          value={role}
          options={ROLES.map((value) => ({ value, label: roleNames[value], help: roleSummaries[value] }))}
          onValueChange={(value) => setRole(ROLES.find((known) => known === value) ?? role)}
        />
      </form>
    </Dialog>
  );
}
