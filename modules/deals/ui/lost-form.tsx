'use client';

import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { TextInput } from '@aura/ui/text-input';
import { type ReactNode, useState } from 'react';
import { lostReasons } from './lost-reasons.ts';

/** Choosing a reason closes the deal; another reason is told in words. */
export function LostForm({ onLost }: { onLost: (reason: string) => void }): ReactNode {
  const [isOther, setOther] = useState(false);
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-wrap gap-2">
        {lostReasons.map((reason) => (
          <li key={reason}>
            <Button size="sm" onClick={() => onLost(reason)}>
              {reason}
            </Button>
          </li>
        ))}
        <li>
          <Button size="sm" aria-expanded={isOther} onClick={() => setOther(true)}>
            Other…
          </Button>
        </li>
      </ul>
      {isOther ? <OtherReason onLost={onLost} /> : null}
    </div>
  );
}

function OtherReason({ onLost }: { onLost: (reason: string) => void }): ReactNode {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() === '') setError('Enter why it was lost');
        else onLost(reason.trim());
      }}
    >
      <Field label="Reason" error={error}>
        <TextInput autoFocus maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary">
        Mark lost
      </Button>
    </form>
  );
}
