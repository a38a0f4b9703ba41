import { describe, expect, it } from 'vitest';
import { formatMoney, moneyParts, parseAmount } from './format-money.ts';

describe('formatMoney', () => {
  it('leaves out zero cents but keeps others', () => {
    expect(formatMoney({ amount: '12450.00', currency: 'USD' })).toBe('$12,450');
    expect(formatMoney({ amount: '12450.5', currency: 'USD' })).toBe('$12,450.50');
  });

  it('always writes cents when exact, as many as the currency has', () => {
    expect(formatMoney({ amount: '0', currency: 'EUR' }, 'exact')).toBe('€0.00');
    expect(formatMoney({ amount: '1200', currency: 'JPY' }, 'exact')).toBe('¥1,200');
  });

  it('keeps every digit of an amount no number can hold', () => {
    expect(formatMoney({ amount: '9007199254740993.25', currency: 'USD' })).toBe('$9,007,199,254,740,993.25');
  });

  it('shortens in headers', () => {
    expect(formatMoney({ amount: '1250000', currency: 'USD' }, 'compact')).toBe('$1.3M');
  });

  it('separates a currency code from the figure', () => {
    expect(formatMoney({ amount: '90', currency: 'CHF' })).toBe('CHF 90');
    expect(formatMoney({ amount: '-90', currency: 'USD' })).toBe('-$90');
  });

  it('shows text that is no amount as it is', () => {
    expect(formatMoney({ amount: 'n/a', currency: 'USD' })).toBe('n/a USD');
  });
});

it('tells units from digits', () => {
  expect(moneyParts({ amount: '5', currency: 'USD' })).toEqual([
    { text: '$', isUnit: true },
    { text: '5', isUnit: false },
  ]);
});

describe('parseAmount', () => {
  it.each([
    ['1,200.50', '1200.50'],
    [' $ 90 ', '90'],
    ['EUR 12.', '12'],
    ['1 000', '1000'],
    ['-3', '-3'],
  ])('reads %s as %s', (typed, amount) => {
    expect(parseAmount(typed)).toBe(amount);
  });

  it.each(['', '12k', '1.2.3', 'abc', '.', '--1', '1e5'])('refuses %j', (typed) => {
    expect(parseAmount(typed)).toBeNull();
  });
});
