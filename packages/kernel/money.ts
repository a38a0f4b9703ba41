import { z } from 'zod';

/** Exact amounts: text outside, integer minor units inside, never a float. */
export type Money = { amount: string; currency: string };

const MINOR_DIGITS: Record<string, number> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** ISO 4217 minor digits: 2 unless the currency says otherwise. */
export function minorDigits(currency: string): number {
  return MINOR_DIGITS[currency] ?? 2;
}

/** '1200.5' USD → 120050n. Throws RangeError when the text is no amount or is finer than the currency. */
export function toMinor(amount: string, currency: string): bigint {
  const match = /^(-?)(\d{1,16})(?:\.(\d+))?$/.exec(amount);
  if (!match) throw new RangeError('Enter an amount using numbers, for example 1200.50');
  const [, sign = '', whole = '0', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits))) {
    throw new RangeError(`${currency} has ${digits === 0 ? 'no' : `${digits}`} decimals`);
  }
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  return sign ? -minor : minor;
}

/** 120050 USD → '1200.50'. Takes what PostgreSQL gives for a bigint. */
export function fromMinor(minor: bigint | string | number, currency: string): string {
  const value = BigInt(minor);
  const digits = minorDigits(currency);
  const text = (value < 0n ? -value : value).toString().padStart(digits + 1, '0');
  const sign = value < 0n ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function toMoney(minor: bigint | string | number, currency: string): Money {
  return { amount: fromMinor(minor, currency), currency };
}

export const currencySchema = z.string().regex(/^[A-Z]{3}$/, 'Enter a currency as three letters, for example USD');

export const amountSchema = z
  .string()
  .regex(/^-?\d{1,13}(\.\d{1,4})?$/, 'Enter an amount using numbers, for example 1200.50');

export const moneySchema = z
  .strictObject({ amount: amountSchema, currency: currencySchema })
  .meta({ id: 'Money', description: 'An exact decimal beside its currency' });
