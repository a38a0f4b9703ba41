'use client';

import { inWords } from '@aura/api/record-edit';
import { DateInput } from '@aura/ui/date-input';
import { DateText } from '@aura/ui/date-text';
import { formatMoney, parseAmount } from '@aura/ui/format-money';
import { InlineEdit } from '@aura/ui/inline-edit';
import { MoneyInput } from '@aura/ui/money-input';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import type { Deal } from '../deal.schema.ts';
import { type FieldChanges, useDealChanges } from './deal-changes.ts';

/** Why a deal's fields cannot be changed, if so. */
export function readOnlyReason(deal: Deal): string | null {
  if (deal.deletedAt) return 'This deal is archived. Restore it to change it.';
  return deal.abilities.update ? null : 'You can view but not change this deal';
}

/** Saves a field; what the server refuses becomes the message in the field. */
export function useSaveField(deal: Deal): (changes: FieldChanges) => Promise<void> {
  const { change } = useDealChanges();
  return async (changes) => {
    await inWords(change(deal, changes));
  };
}

export function AmountEdit({ deal }: { deal: Deal }): ReactNode {
  const save = useSaveField(deal);
  const money = deal.amount === null ? null : { amount: deal.amount, currency: deal.currency };
  const isSummed = deal.amountSource === 'items';
  return (
    <InlineEdit
      label={`Value of ${deal.name}`}
      value={deal.amount ?? ''}
      display={money ? <MoneyText value={money} precision="exact" /> : <span className="text-muted">Add value</span>}
      disabledReason={isSummed && money ? `${formatMoney(money)} is the sum of its line items` : readOnlyReason(deal)}
      validate={(text) =>
        text.trim() === '' || parseAmount(text) !== null ? null : 'Enter an amount using numbers, for example 1200.50'
      }
      onSave={(text) => save({ amount: text.trim() === '' ? null : parseAmount(text) })}
      editor={({ onValueChange, ...control }) => (
        <MoneyInput
          {...control}
          currency={deal.currency}
          onValueChange={onValueChange}
          onFocus={(event) => event.target.select()}
        />
      )}
    />
  );
}

export function CloseDateEdit({ deal }: { deal: Deal }): ReactNode {
  const save = useSaveField(deal);
  return (
    <InlineEdit
      label={`Close date of ${deal.name}`}
      value={deal.closeDate ?? ''}
      display={deal.closeDate ? <DateText value={deal.closeDate} /> : <span className="text-muted">Add date</span>}
      disabledReason={readOnlyReason(deal)}
      onSave={(day) => save({ closeDate: day || null })}
      editor={({ onValueChange, ...control }) => (
        <DateInput {...control} onChange={(event) => onValueChange(event.target.value)} />
      )}
    />
  );
}
