'use client';

import { apiFailure } from '@aura/api/client';
import { Banner } from '@aura/ui/banner';
import { Button } from '@aura/ui/button';
import { Dialog } from '@aura/ui/dialog';
import { Field } from '@aura/ui/field';
import { Select } from '@aura/ui/select';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import type { MemberOutput } from '../member.schema.ts';
import { useMemberChange } from './use-member-change.ts';
import { useMembersApi } from './use-members-api.ts';

const nobody = 'nobody';

/** Ends a membership. Who takes over the open records must be said: the question is easily forgotten, and then they are lost sight of. */
export function DeactivateDialog({ member, onClose }: { member: MemberOutput; onClose: () => void }): ReactNode {
  const [heir, setHeir] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const formId = useId();
  const { members } = useMembersApi();
  const names = useQuery(members.names.queryOptions());
  const changed = useMemberChange();
  const { mutate, isPending, error } = useMutation(
    members.deactivate.mutationOptions({
      onSuccess: async ({ reassigned }) => {
        await changed(
          `${member.name} is deactivated. ${reassigned === 1 ? '1 record' : `${reassigned} records`} handed over`,
        );
        onClose();
      },
    }),
  );
  const submit = (): void => {
    if (heir === '') {
      setProblem('Choose who takes over');
      return;
    }
    if (!isPending) mutate({ id: member.userId, ...(heir === nobody ? {} : { reassignTo: heir }) });
  };
  const heirs = (names.data?.items ?? []).filter(
    ({ status, userId }) => status === 'active' && userId !== member.userId,
  );
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Deactivate ${member.name}?`}
      description="They are signed out at once and cannot come back in. Their records and history stay, and you can reactivate them later."
      size="sm"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="danger" loading={isPending} loadingLabel="Deactivating…">
            Deactivate
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {error ? (
          <Banner tone="danger" isAnnounced>
            {apiFailure(error).message}
          </Banner>
        ) : null}
        <Field label="Who takes over their open records?" error={problem}>
          <Select
            placeholder={names.isPending ? 'Loading colleagues…' : 'Choose a colleague'}
            value={heir}
            options={[
              ...heirs.map(({ userId, name }) => ({ value: userId, label: name })),
              { value: nobody, label: 'Nobody: leave them as they are' },
            ]}
            onChange={(event) => {
              setProblem(null);
              setHeir(event.target.value);
            }}
          />
        </Field>
      </form>
    </Dialog>
  );
}
