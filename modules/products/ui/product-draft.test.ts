import { expect, it } from 'vitest';
import { emptyProduct, priceOf, problemsOf } from './product-draft.ts';

const chair = { ...emptyProduct, name: 'Chair', sku: 'CH-1', amount: '120.50' };

it('asks for a name and a SKU, and for a price where a cost is given', () => {
  expect(problemsOf({ ...emptyProduct, cost: '5' }).map(({ field }) => field)).toEqual(['name', 'sku', 'amount']);
  expect(problemsOf(chair)).toEqual([]);
});

it('refuses what is no amount and no percentage', () => {
  const wrong = { ...chair, amount: '-1', cost: 'x', maxDiscountPercent: '101' };
  expect(problemsOf(wrong).map(({ field }) => field)).toEqual(['amount', 'cost', 'maxDiscountPercent']);
});

it('sends a price only when it changed, so that its history stays short', () => {
  expect(priceOf(chair, { currency: 'EUR', before: chair })).toBeUndefined();
  expect(priceOf({ ...chair, name: 'Big chair' }, { currency: 'EUR', before: chair })).toBeUndefined();
  expect(priceOf({ ...chair, maxDiscountPercent: '12,5' }, { currency: 'EUR', before: chair })).toEqual({
    amount: '120.50',
    currency: 'EUR',
    cost: null,
    maxDiscountPercent: 12.5,
    targetMarginPercent: null,
  });
});
