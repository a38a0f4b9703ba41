'use client';

import { Button } from '@aura/ui/button';
import { DateInput } from '@aura/ui/date-input';
import { Field } from '@aura/ui/field';
import { formatMoney, parseAmount } from '@aura/ui/format-money';
import { MoneyInput } from '@aura/ui/money-input';
import { type ReactNode, useState } from 'react';
import type { Deal } from '../deal.schema.ts';
import type { FieldChanges } from './deal-changes.ts';
import { useToday } from './use-today.ts';

/** The final value and the day of closing, both filled in: one press more wins the deal. */
export function WonForm({ deal, onWon }: { deal: Deal; onWon: (fields: FieldChanges) => void }): ReactNode {
  const today = useToday();
  const [amount, setAmount] = useState(deal.amount ?? '');
  const [closeDate, setCloseDate] = useState(today);
  const [error, setError] = useState<string | null>(null);
  const isSummed = deal.amountSource === 'items';
  const submit = (): void => {
    const parsed = amount.trim() === '' ? null : parseAmount(amount);
    if (parsed === null && amount.trim() !== '') setError('Enter an amount using numbers, for example 1200.50');
    else onWon({ closeDate: closeDate || today, ...(isSummed || parsed === deal.amount ? {} : { amount: parsed }) });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isSummed && deal.amount ? (
        <p className="text-small text-muted">
          Value {formatMoney({ amount: deal.amount, currency: deal.currency })}, the sum of its line items.
        </p>
      ) : (
        <Field label="Value" error={error}>
          <MoneyInput currency={deal.currency} value={amount} onValueChange={setAmount} />
        </Field>
      )}
      <Field label="Close date">
        <DateInput value={closeDate} onChange={(event) => setCloseDate(event.target.value)} />
      </Field>
      <Button type="submit" variant="primary" autoFocus>
        Mark won
      </Button>
    </form>
  );
}
