'use client';

import { MemberPicker, useMemberNames } from '@aura/members/client';
import { Field } from '@aura/ui/field';
import { type ReactNode, useState } from 'react';
import { BulkDialog, type BulkTarget } from './bulk-dialog.tsx';

/** F9.5: one new owner for all selected records. */
export function BulkAssignDialog({ target }: { target: BulkTarget }): ReactNode {
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const name = useMemberNames().get(ownerId ?? '')?.name ?? 'someone else';
  return (
    <BulkDialog
      target={target}
      title="Change owner"
      verb="Change owner of"
      changes={ownerId ? { ownerId } : null}
      sentence={(what, tense) => `Owner of ${what} ${tense ? 'is now' : 'becomes'} ${name}`}
    >
      <Field label="New owner">
        <MemberPicker value={ownerId} onValueChange={setOwnerId} />
      </Field>
    </BulkDialog>
  );
}
