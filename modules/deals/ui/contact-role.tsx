'use client';

import { InlineEdit } from '@aura/ui/inline-edit';
import { TextInput } from '@aura/ui/text-input';
import { type ReactNode, useId } from 'react';
import type { DealDetail } from '../deal.schema.ts';

type ContactRoleProps = {
  contact: DealDetail['contacts'][number];
  disabledReason: string | null;
  onSave: (role: string) => Promise<boolean>;
};

/** The part that somebody has in the customer's decision, in words of one's own. */
export function ContactRole({ contact, disabledReason, onSave }: ContactRoleProps): ReactNode {
  const listId = useId();
  return (
    <InlineEdit
      label={`Part of ${contact.name} in the decision`}
      value={contact.role ?? ''}
      display={
        <span className="text-small text-muted">
          {contact.role ?? (disabledReason ? contact.email : 'Add their part')}
        </span>
      }
      editor={({ onValueChange, ...control }) => (
        <>
          <TextInput
            {...control}
            list={listId}
            maxLength={60}
            placeholder="Decision maker, champion…"
            onChange={(event) => onValueChange(event.target.value)}
          />
          <datalist id={listId}>
            {PARTS.map((part) => (
              <option key={part} value={part} />
            ))}
          </datalist>
        </>
      )}
      disabledReason={disabledReason}
      onSave={onSave}
    />
  );
}

const PARTS = [
  'Decision maker',
  'Champion',
  'Influencer',
  'Budget holder',
  'Technical buyer',
  'User',
  'Legal',
  'Blocker',
];
