import { expect, test } from 'vitest';
import { currencyOf, slugOf } from './sign-up-draft.ts';

test('makes an address of a company name', () => {
  expect(slugOf('  Brightwater Clinics, Ltd. ')).toBe('brightwater-clinics-ltd');
  expect(slugOf('Müller & Søn Straße')).toBe('muller-son-strasse');
  expect(slugOf('日本')).toBe('');
});

test('never ends an address that was cut in a hyphen', () => {
  expect(slugOf(`${'a'.repeat(39)} company`)).toBe('a'.repeat(39));
});

test('guesses the currency by the country of the language', () => {
  expect(['de-AT', 'en-GB', 'en', 'zh-Hant-HK', 'xx-ZZ'].map(currencyOf)).toEqual(['EUR', 'GBP', 'USD', 'HKD', 'USD']);
});
