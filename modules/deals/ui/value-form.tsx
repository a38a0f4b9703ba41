'use client';

import { Button } from '@aura/ui/button';
import { Field } from '@aura/ui/field';
import { parseAmount } from '@aura/ui/format-money';
import { MoneyInput } from '@aura/ui/money-input';
import { type ReactNode, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import type { FieldChanges } from './deal-changes.ts';

/** Changes a deal's value: type and Enter. */
export function ValueForm({ deal, onSave }: { deal: Deal; onSave: (fields: FieldChanges) => void }): ReactNode {
  const [text, setText] = useState(deal.amount ?? '');
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      noValidate
      className="flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const amount = text.trim() === '' ? null : parseAmount(text);
        if (amount === null && text.trim() !== '') setError('Enter an amount using numbers, for example 1200.50');
        else onSave({ amount });
      }}
    >
      <Field label={`Value of ${deal.name}`} hideLabel error={error} className="flex-1">
        <MoneyInput
          currency={deal.currency}
          value={text}
          onValueChange={setText}
          onFocus={(event) => event.target.select()}
        />
      </Field>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
