'use client';

import type { CellEdit } from './cell-edit.ts';
import { DateInput } from './date-input.tsx';
import { parseAmount } from './format-money.ts';
import { MoneyInput } from './money-input.tsx';
import { Select, type SelectOption } from './select.tsx';
import { TextInput } from './text-input.tsx';

type LineOptions = {
  type?: 'text' | 'email' | 'tel' | 'url';
  /** A figure: digits at hand on a phone. */
  isFigure?: boolean;
};
type LineParts<Row> = {
  valueOf: (row: Row) => string;
  patchOf: (text: string, row: Row) => Record<string, unknown>;
  validate?: (text: string, row: Row) => string | null;
};
type Fields<Row> = keyof Row & string;

/** A line of text. */
export function lineEdit<Row>(
  parts: LineParts<Row>,
  { type = 'text', isFigure = false }: LineOptions = {},
): CellEdit<Row> {
  return {
    kind: 'typed',
    ...parts,
    editor: ({ onValueChange, ...control }) => (
      <TextInput
        {...control}
        type={type}
        inputMode={isFigure ? 'decimal' : undefined}
        autoComplete="off"
        onFocus={(event) => event.target.select()}
        onChange={(event) => onValueChange(event.target.value)}
      />
    ),
  };
}

/** A line of text by the API's name of its field; `required` is what to say when nothing is left of it. */
export function textEdit<Row>(
  field: Fields<Row>,
  { required, ...options }: LineOptions & { required?: string } = {},
): CellEdit<Row> {
  return lineEdit(
    {
      valueOf: (row) => textOf(row[field]),
      patchOf: (text) => ({ [field]: text }),
      validate: (text) => (required && text.trim() === '' ? required : null),
    },
    options,
  );
}

/** A calendar day; null without one. */
export function dateEdit<Row>(field: Fields<Row>): CellEdit<Row> {
  return {
    kind: 'typed',
    valueOf: (row) => textOf(row[field]),
    patchOf: (day) => ({ [field]: day || null }),
    editor: ({ onValueChange, ...control }) => (
      <DateInput {...control} onChange={(event) => onValueChange(event.target.value)} />
    ),
  };
}

/** One of a few. */
export function selectEdit<Row>(
  options: readonly SelectOption[],
  parts: { valueOf: (row: Row) => string; patchOf: (value: string) => Record<string, unknown> },
): CellEdit<Row> {
  return {
    kind: 'typed',
    ...parts,
    editor: ({ onValueChange, readOnly, ...control }) => (
      <Select
        {...control}
        aria-busy={readOnly || undefined}
        options={options}
        onChange={(event) => onValueChange(event.target.value)}
      />
    ),
  };
}

type MoneyParts<Row> = {
  valueOf: (row: Row) => string;
  currencyOf: (row: Row) => string;
  /** Null: nothing was left in the field. */
  patchOf: (amount: string | null, row: Row) => Record<string, unknown>;
  /** What to say when nothing is left of it. */
  required?: string;
};

/** An amount in the row's currency. */
export function moneyEdit<Row>({ currencyOf, patchOf, required, ...parts }: MoneyParts<Row>): CellEdit<Row> {
  const isEmpty = (text: string): boolean => text.trim() === '';
  return {
    kind: 'typed',
    ...parts,
    patchOf: (text, row) => patchOf(isEmpty(text) ? null : parseAmount(text), row),
    validate: (text) => {
      if (isEmpty(text)) return required ?? null;
      return parseAmount(text) === null ? 'Enter an amount using numbers, for example 1200.50' : null;
    },
    editor: ({ onValueChange, ...control }, row) => (
      <MoneyInput
        {...control}
        currency={currencyOf(row)}
        onValueChange={onValueChange}
        onFocus={(event) => event.target.select()}
      />
    ),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
