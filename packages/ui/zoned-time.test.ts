import { expect, test } from 'vitest';
import { addDays, dayOf, fromLocalTime, toLocalTime } from './zoned-time.ts';

test('a local time of a zone goes to its instant and back', () => {
  expect(fromLocalTime('2026-03-04T09:30', 'America/New_York')).toBe('2026-03-04T14:30:00.000Z');
  expect(toLocalTime(new Date('2026-03-04T14:30:00Z'), 'America/New_York')).toBe('2026-03-04T09:30');
  expect(fromLocalTime('2026-07-04T09:30', 'Europe/Berlin')).toBe('2026-07-04T07:30:00.000Z');
});

test('the night of the change to summer time keeps its hours', () => {
  expect(fromLocalTime('2026-03-29T01:30', 'Europe/Berlin')).toBe('2026-03-29T00:30:00.000Z');
  expect(fromLocalTime('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
});

test('what is no time is null', () => {
  expect(fromLocalTime('', 'UTC')).toBeNull();
});

test('a day is the one of the zone, and days are counted over months', () => {
  expect(dayOf(new Date('2026-03-04T02:00:00Z'), 'America/New_York')).toBe('2026-03-03');
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});
