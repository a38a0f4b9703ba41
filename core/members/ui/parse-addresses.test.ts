import { expect, test } from 'vitest';
import { parseAddresses } from './parse-addresses.ts';

const emails = (text: string) => parseAddresses(text).map(({ email }) => email);

test('reads lists as people paste them', () => {
  expect(emails('jo@acme.com, mai@acme.com;\n  "Ferreira, Jo" <ines@acme.com>\nTom Okafor <tom@acme.com>')).toContain(
    'ines@acme.com',
  );
  expect(emails('a@acme.com b@acme.com\tc@acme.com')).toEqual(['a@acme.com', 'b@acme.com', 'c@acme.com']);
  expect(emails('Tom Okafor <tom@acme.com>')).toEqual(['tom@acme.com']);
});

test('keeps each address once, whatever its case', () => {
  expect(emails('Jo@acme.com\njo@ACME.com')).toHaveLength(1);
});

test('says what is no address', () => {
  const [bad, good] = parseAddresses('jo@acme\njo@acme.com');
  expect(bad?.problem).toMatch(/name@company\.com/);
  expect(good?.problem).toBeNull();
});

test('finds nothing in nothing', () => {
  expect(parseAddresses(' ,;\n ')).toEqual([]);
});
