import { describe, expect, it } from 'vitest';
import { maskEmail, sizeText } from './export-words.ts';

describe('words of an export', () => {
  it('an address is shown by its first letter and its domain', () => {
    expect(maskEmail('anna.rep@acme.com')).toBe('a•••@acme.com');
    expect(maskEmail('a@acme.com')).toBe('a•••@acme.com');
  });

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_499, '1 KB'],
    [999_499, '999 KB'],
    [999_500, '1.0 MB'],
    [4_149_000, '4.1 MB'],
  ])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});
