import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { conflictValue, sameValue } from './conflict-value.tsx';

const names: Record<string, string> = { o1: 'Acme', c1: 'Jo Lee', c2: 'Mo' };
const shown = (value: unknown): string => renderToStaticMarkup(conflictValue(value, (id) => names[id]));

it('names the record of an id, and each of several with its part', () => {
  expect(shown('o1')).toBe('Acme');
  expect(shown(['c1', 'c2'])).toBe('Jo Lee, Mo');
  expect(shown([{ id: 'c1', role: 'Buyer' }, { id: 'c2' }])).toBe('Jo Lee (Buyer), Mo');
  expect(shown(null)).toBe('');
  expect(shown([])).toBe('');
});

it('shows what is no record as it is', () => {
  const plain = (value: unknown): string => renderToStaticMarkup(conflictValue(value, undefined));
  expect([plain('o1'), plain(12), plain({ amount: '5.00', currency: 'EUR' })]).toEqual(['o1', '12', '5.00 EUR']);
});

it('sees that two values say the same', () => {
  expect(sameValue([{ id: 'c1', role: null, name: 'Jo Lee' }], [{ id: 'c1', role: null }])).toBe(true);
  expect(sameValue([{ id: 'c1', role: 'Buyer' }], [{ id: 'c1', role: null }])).toBe(false);
  expect(sameValue(['c1'], ['c2'])).toBe(false);
  expect(sameValue({ amount: '5.00', currency: 'EUR' }, { amount: '5.00', currency: 'EUR' })).toBe(true);
  expect(sameValue(null, '')).toBe(true);
});
