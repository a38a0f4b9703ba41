import { expect, test } from 'vitest';
import { listPathOf, placeInTrail } from './list-trail.ts';

const trail = { href: '/deals?page=2', ids: ['a', 'b', 'c'], first: 26, total: 1048 };

test('a record knows its neighbours and its place in the whole list', () => {
  expect(placeInTrail(trail, 'b')).toEqual({ previous: 'a', next: 'c', text: '27 of 1,048' });
  expect(placeInTrail(trail, 'a')?.previous).toBeUndefined();
  expect(placeInTrail(trail, 'c')?.next).toBeUndefined();
  expect(placeInTrail(trail, 'x')).toBeNull();
});

test('a total that was estimated too low is not said', () => {
  expect(placeInTrail({ ...trail, total: 3 }, 'c')?.text).toBe('28 of 28');
});

test('the list of a record is the path above it', () => {
  expect(listPathOf('/deals/7')).toBe('/deals');
});
