import { expect, test } from 'vitest';
import { byDay, mergeNewestFirst } from './timeline-days.ts';

const at = (occurredAt: string) => ({ occurredAt });

test('entries stand under the day of the workspace, not of UTC', () => {
  const days = byDay(
    [at('2026-03-05T03:00:00Z'), at('2026-03-04T15:00:00Z'), at('2026-03-04T02:00:00Z')],
    'America/New_York',
  );
  expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([
    ['2026-03-04', 2],
    ['2026-03-03', 1],
  ]);
});

test('two sources are one stream, newest first', () => {
  const merged = mergeNewestFirst(
    { entries: [at('4'), at('1')], hasMore: false },
    { entries: [at('3'), at('2')], hasMore: false },
  );
  expect(merged.map(({ occurredAt }) => occurredAt)).toEqual(['4', '3', '2', '1']);
});

test('the stream ends where a source has not yet given its earlier entries', () => {
  const merged = mergeNewestFirst(
    { entries: [at('9'), at('6')], hasMore: true },
    { entries: [at('8'), at('2')], hasMore: false },
  );
  expect(merged.map(({ occurredAt }) => occurredAt)).toEqual(['9', '8', '6']);
});
