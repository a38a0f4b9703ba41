'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlClass } from './control-class.ts';
import { useFieldControl } from './field.tsx';
import { parseAmount } from './format-money.ts';

export type MoneyInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue'> & {
  currency: string;
  value?: string;
  defaultValue?: string;
  /** The text as typed; on leaving the field the tidy decimal text ("1,200.5" becomes "1200.5") if it is an amount. */
  onValueChange?: (amount: string) => void;
};

/** An amount in one currency. Text, not a number input: those drop what they cannot read and change on scroll. */
export function MoneyInput({ currency, onValueChange, className, ...rest }: MoneyInputProps): ReactNode {
  const wiring = useFieldControl(rest);
  return (
    <span className="relative block min-w-0">
      <input
        {...rest}
        {...wiring}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className={classNames(controlClass, 'pr-14 text-end tabular-nums', className)}
        onChange={(event) => {
          rest.onChange?.(event);
          onValueChange?.(event.target.value);
        }}
        onBlur={(event) => {
          rest.onBlur?.(event);
          const tidy = parseAmount(event.target.value);
          if (tidy === null || tidy === event.target.value) return;
          if (rest.value === undefined) event.target.value = tidy;
          onValueChange?.(tidy);
        }}
      />
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-small text-muted"
      >
        {currency}
      </span>
    </span>
  );
}
