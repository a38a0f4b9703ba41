import { describe, expect, it } from 'vitest';
import { changesBetween, definedOf } from './changes.ts';

describe('changesBetween', () => {
  it('names only what differs, with the old and the new value', () => {
    expect(
      changesBetween({ name: 'Acme', size: null, tags: { a: 1 } }, { name: 'Acme Ltd', size: null, tags: { a: 1 } }),
    ).toEqual({ name: ['Acme', 'Acme Ltd'] });
  });

  it('takes an absent value for null', () => {
    expect(changesBetween({}, { size: null })).toEqual({});
  });
});

it('definedOf keeps null and drops what was left out', () => {
  expect(definedOf({ a: null, b: undefined, c: 1 })).toEqual({ a: null, c: 1 });
});
