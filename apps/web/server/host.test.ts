import { describe, expect, test } from 'vitest';
import { placeOf } from './host.ts';

describe('a host names a place', () => {
  const root = 'aura.localhost:3000';
  test.each([
    ['aura.localhost:3000', { kind: 'site' }],
    ['Acme.Aura.localhost:3000', { kind: 'workspace', slug: 'acme' }],
    ['console.aura.localhost:3000', { kind: 'console' }],
    ['localhost:3000', { kind: 'redirect' }],
    ['aura.localhost:3001', { kind: 'unknown' }],
    ['acme.evil.com', { kind: 'unknown' }],
    ['aura.localhost:3000.evil.com', { kind: 'unknown' }],
    ['a.b.aura.localhost:3000', { kind: 'unknown' }],
    ['-acme.aura.localhost:3000', { kind: 'unknown' }],
  ])('%s', (host, place) => {
    expect(placeOf(host, root)).toEqual(place);
  });
});
