import { expect, test } from 'vitest';
import { sameOriginPath } from './same-origin-path.ts';

test('keeps a path of this host', () => {
  expect(sameOriginPath('/deals?view=board#x')).toBe('/deals?view=board#x');
});

test.each(['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)', '/a\nb', '', null, undefined])(
  'leads %j to the start page',
  (wanted) => expect(sameOriginPath(wanted)).toBe('/'),
);

test('does not lead back to the pages of signing in', () => {
  expect(['/login', '/login?next=/x', '/logout', '/auth/handoff?code=1'].map(sameOriginPath)).toEqual([
    '/',
    '/',
    '/',
    '/',
  ]);
});
