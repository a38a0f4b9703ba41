import { expect, it } from 'vitest';
import { readablePath } from './readable-path.ts';

it.each([
  ['/deals/%ff%fe?q=%ff', '/deals/%25ff%25fe?q=%ff'],
  ['/deals/%E0%A4%A', '/deals/%25E0%25A4%25A'],
  ['/100%', '/100%25'],
  ['/caf%C3%A9?next=%2Fdeals?x', '/caf%C3%A9?next=%2Fdeals?x'],
  ['/deals', '/deals'],
])('an address that cannot be decoded is read as it is written: %s', (url, readable) => {
  expect(readablePath(url)).toBe(readable);
});
