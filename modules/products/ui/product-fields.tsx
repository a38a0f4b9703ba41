'use client';

import { CustomFieldInputs } from '@aura/custom-fields/client';
import { Checkbox } from '@aura/ui/checkbox';
import { Field } from '@aura/ui/field';
import { MoneyInput } from '@aura/ui/money-input';
import { TextInput } from '@aura/ui/text-input';
import { Textarea } from '@aura/ui/textarea';
import type { ReactNode } from 'react';
import type { ProductDraft } from './product-draft.ts';

type ProductFieldsProps = {
  draft: ProductDraft;
  currency: string;
  errorOf: (field: string) => ReactNode;
  onChange: (change: Partial<ProductDraft>) => void;
};

type TextName = 'name' | 'sku' | 'category' | 'maxDiscountPercent' | 'targetMarginPercent';
type Extra = { help?: string; mark?: 'required' | 'optional'; isFigure?: boolean };

/** What a product is, what it costs, and how far its price may be lowered without a manager. */
export function ProductFields({ draft, currency, errorOf, onChange }: ProductFieldsProps): ReactNode {
  const text = (name: TextName, label: string, { isFigure = false, ...extra }: Extra = {}): ReactNode => (
    <Field id={name} label={label} error={errorOf(name)} {...extra}>
      <TextInput
        name={name}
        autoComplete="off"
        inputMode={isFigure ? 'decimal' : undefined}
        className={isFigure ? 'text-end tabular-nums' : ''}
        value={draft[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  const money = (name: 'amount' | 'cost', label: string, help: string): ReactNode => (
    <Field id={name} label={label} help={help} error={errorOf(name)}>
      <MoneyInput
        name={name}
        currency={currency}
        value={draft[name]}
        onValueChange={(value) => onChange({ [name]: value })}
      />
    </Field>
  );
  return (
    <>
      {text('name', 'Name', { mark: 'required' })}
      {text('sku', 'SKU', { mark: 'required', help: 'The short code you know it by' })}
      {text('category', 'Category')}
      <div className="grid items-end gap-5 xs:grid-cols-2">
        {money('amount', 'Price', 'A new price applies from now on')}
        {money('cost', 'Cost', 'What it costs you; gives the margin')}
        {text('maxDiscountPercent', 'Discount limit, %', { isFigure: true, help: 'Deeper discounts need a manager' })}
        {text('targetMarginPercent', 'Target margin, %', { isFigure: true, help: 'Lower margins need a manager' })}
      </div>
      <Field id="description" label="Description" error={errorOf('description')}>
        <Textarea value={draft.description} onChange={(event) => onChange({ description: event.target.value })} />
      </Field>
      <Checkbox
        label="For sale"
        help="Only products for sale can be added to deals"
        checked={draft.active}
        onChange={(event) => onChange({ active: event.target.checked })}
      />
      <CustomFieldInputs
        entity="product"
        values={draft.customFields}
        onValuesChange={(customFields) => onChange({ customFields })}
        errorOf={errorOf}
      />
    </>
  );
}
