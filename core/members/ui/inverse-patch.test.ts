import { expect, it } from 'vitest';
import { inverseOf } from './inverse-patch.ts';

it('brings back what was there, nothing where nothing was, and leaves other fields alone', () => {
  const record = { title: 'Buyer', phone: null, email: 'jo@acme.com', customFields: { tier: 'gold', seats: 3 } };
  expect(inverseOf({ title: 'Head', phone: '1' }, record)).toEqual({ title: 'Buyer', phone: null });
  expect(inverseOf({ customFields: { tier: null, colour: ['red'] } }, record)).toEqual({
    customFields: { tier: 'gold', colour: null },
  });
});
