import { expect, it } from 'vitest';
import { emptyLine, figuresOf, needsReason, problemsOf, sumsOf, totalsOf } from './line-draft.ts';

const line = { ...emptyLine, description: 'Chair', quantity: '3', unitPrice: '1,200.50', taxPercent: '20' };

it('computes exact totals from what is typed', () => {
  expect(totalsOf(line, 'EUR')).toMatchObject({ net: 360_150n, tax: 72_030n, gross: 432_180n });
  expect(totalsOf({ ...line, discount: '10' }, 'EUR')).toMatchObject({ net: 324_135n, discount: 36_015n });
  expect(totalsOf({ ...line, discount: '0.50', discountKind: 'amount' }, 'EUR')).toMatchObject({ net: 360_100n });
});

it('has no totals while a line is not finished', () => {
  expect(totalsOf(emptyLine, 'EUR')).toBeNull();
  expect(totalsOf({ ...line, quantity: 'x' }, 'EUR')).toBeNull();
  expect(totalsOf({ ...line, unitPrice: '1.005' }, 'EUR')).toBeNull();
});

it('says what is wrong, field by field', () => {
  expect(problemsOf(emptyLine, 'EUR')).toEqual({
    description: 'Choose a product or say what is sold',
    unitPrice: 'Enter an amount using numbers, for example 1200.50',
  });
  expect(problemsOf({ ...line, quantity: '0' }, 'EUR')).toEqual({ quantity: 'Quantity must be above 0' });
  expect(problemsOf({ ...line, discount: '101' }, 'EUR')).toMatchObject({ discount: expect.any(String) });
  expect(problemsOf({ ...line, discount: '99999', discountKind: 'amount' }, 'EUR')).toEqual({
    discount: 'The discount is more than the price',
  });
  expect(problemsOf(line, 'EUR')).toEqual({});
});

it('asks for a reason only when the price is not the list price', () => {
  expect(needsReason({ ...line, listPrice: '1200.50' }, 'EUR')).toBe(false);
  const cheaper = { ...line, listPrice: '1500' };
  expect(problemsOf(cheaper, 'EUR')).toEqual({ overrideReason: 'Say why the price is not the list price' });
  expect(problemsOf({ ...cheaper, overrideReason: 'Volume' }, 'EUR')).toEqual({});
});

it('sends plain decimals', () => {
  expect(figuresOf({ ...line, quantity: '1,5', discount: '5', discountKind: 'amount' })).toEqual({
    description: 'Chair',
    quantity: '1.5',
    unitPrice: '1200.50',
    discountPercent: null,
    discountAmount: '5',
    taxPercent: '20',
    overrideReason: null,
  });
});

it('sums rounded lines and groups tax by rate', () => {
  const third = { ...line, quantity: '1', unitPrice: '0.33', taxPercent: '7.5' };
  expect(sumsOf([line, third, third, emptyLine], 'EUR')).toEqual({
    subtotal: '3602.16',
    discount: '0.00',
    net: '3602.16',
    taxes: [
      { percent: '20', amount: '720.30' },
      { percent: '7.5', amount: '0.04' },
    ],
    gross: '4322.50',
  });
});
