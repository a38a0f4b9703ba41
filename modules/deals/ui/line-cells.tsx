'use client';

import { FieldError } from '@aura/ui/field';
import { parseAmount } from '@aura/ui/format-money';
import { TextInput } from '@aura/ui/text-input';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { LineEditor } from './use-line-items.ts';

type LineCellProps = {
  label: string;
  error?: string | undefined;
  isWide?: boolean;
  className?: string;
  children: ReactNode;
};

/** A cell of a line; in a narrow place it says its column's name itself. */
export function LineCell({ label, error, isWide = false, className = '', children }: LineCellProps): ReactNode {
  const id = useId();
  return (
    <td className={`p-1 @max-[40rem]:w-auto @max-[40rem]:p-0 ${isWide ? '@max-[40rem]:col-span-2' : ''} ${className}`}>
      <span aria-hidden className="mb-1 hidden text-small text-muted @max-[40rem]:block">
        {label}
      </span>
      {children}
      <FieldError id={id} error={error} />
    </td>
  );
}

export type LinePartProps = { lineKey: string; name: string; editor: LineEditor; isLocked: boolean };

type FigureInputProps = LinePartProps & { field: 'quantity' | 'unitPrice' | 'taxPercent'; label: string };

/** A number in a line, as text: what is typed is never bent. */
export function FigureInput({ lineKey, name, editor, isLocked, field, label }: FigureInputProps): ReactNode {
  const draft = editor.draftFor(lineKey);
  return (
    <TextInput
      aria-label={`${label} of ${name}`}
      aria-invalid={editor.errorsFor(lineKey)[field] ? true : undefined}
      inputMode="decimal"
      autoComplete="off"
      readOnly={isLocked}
      value={draft[field]}
      onFocus={(event) => event.target.select()}
      onChange={(event) => editor.change(lineKey, { [field]: event.target.value })}
      onBlur={(event) => {
        const tidy = field === 'unitPrice' ? parseAmount(event.target.value) : null;
        if (tidy !== null && tidy !== draft.unitPrice) editor.change(lineKey, { unitPrice: tidy });
      }}
      className="px-2 text-end tabular-nums"
    />
  );
}

type DiscountInputProps = LinePartProps & { currency: string; error: string | undefined };

/** A discount in percent or as an amount. */
export function DiscountInput({ lineKey, name, editor, isLocked, currency, error }: DiscountInputProps): ReactNode {
  const { discount, discountKind } = editor.draftFor(lineKey);
  return (
    <span className="flex">
      <TextInput
        aria-label={`Discount of ${name}`}
        aria-invalid={error ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
        readOnly={isLocked}
        value={discount}
        onFocus={(event) => event.target.select()}
        onChange={(event) => editor.change(lineKey, { discount: event.target.value })}
        className="rounded-e-none px-2 text-end tabular-nums"
      />
      <span className="relative shrink-0">
        <select
          aria-label={`Kind of discount of ${name}`}
          disabled={isLocked}
          value={discountKind}
          onChange={(event) =>
            editor.change(lineKey, { discountKind: event.target.value === 'amount' ? 'amount' : 'percent' })
          }
          className="min-h-9 w-full appearance-none rounded-e-control border border-s-0 border-control bg-surface ps-2 pe-5.5 text-small text-ink disabled:border-line disabled:bg-sunken pointer-coarse:min-h-11"
        >
          <option value="percent">%</option>
          <option value="amount">{currency}</option>
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute inset-y-0 right-1.5 my-auto size-3.5 text-muted"
        />
      </span>
    </span>
  );
}

/** Why the price is another than the product's. */
export function ReasonInput({
  lineKey,
  name,
  editor,
  isLocked,
  error,
}: LinePartProps & { error: string | undefined }): ReactNode {
  const id = useId();
  return (
    <div className="mt-1 flex flex-col gap-1">
      <TextInput
        aria-label={`Why the price of ${name} is not the list price`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? id : undefined}
        placeholder="Why not the list price?"
        maxLength={300}
        readOnly={isLocked}
        value={editor.draftFor(lineKey).overrideReason}
        onChange={(event) => editor.change(lineKey, { overrideReason: event.target.value })}
      />
      <FieldError id={id} error={error} />
    </div>
  );
}
