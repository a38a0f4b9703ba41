import { expect, it } from 'vitest';
import { moved, optionsOf, suggestKey } from './field-key.ts';

it.each([
  ['Renewal date', [], 'renewalDate'],
  ['Région d’été', [], 'regionDEte'],
  ['2nd region', [], 'ndRegion'],
  ['Tier', ['tier', 'tier2'], 'tier3'],
  ['€', [], ''],
  ['x'.repeat(90), [], 'x'.repeat(63)],
  ['x'.repeat(90), ['x'.repeat(63)], `${'x'.repeat(62)}2`],
])('suggests of %s, beside %o, the key %s', (label, taken, key) => {
  expect(suggestKey(label, taken)).toBe(key);
});

it('reads options by line', () => {
  expect(optionsOf(' Gold \n\nTin\n')).toEqual(['Gold', 'Tin']);
});

it('moves one up or down, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b'], 'x', 1)).toEqual(['a', 'b']);
});
