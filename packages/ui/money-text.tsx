import type { ReactNode } from 'react';
import { type Money, type MoneyPrecision, moneyParts } from './format-money.ts';

export type MoneyTextProps = {
  /** Nothing is drawn as a dash, so an unknown amount never looks like zero. */
  value: Money | null | undefined;
  precision?: MoneyPrecision;
  /** Writes the ISO code after the amount, for lists that mix currencies. */
  withCode?: boolean;
  className?: string;
};

/** Money in tabular figures, digits strong and units light. */
export function MoneyText({ value, precision = 'auto', withCode = false, className }: MoneyTextProps): ReactNode {
  if (!value) return <span className={className}>—</span>;
  return (
    <span className={`font-semibold whitespace-nowrap tabular-nums ${className ?? ''}`} dir="ltr">
      {moneyParts(value, precision).map((part) =>
        part.isUnit ? (
          <span key={part.text} className="font-normal">
            {part.text}
          </span>
        ) : (
          part.text
        ),
      )}
      {withCode ? <span className="font-normal"> {value.currency}</span> : null}
    </span>
  );
}
