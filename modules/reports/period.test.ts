import { expect, test } from 'vitest';
import {
  addDays,
  firstIdAt,
  monthOf,
  monthsFrom,
  monthsIn,
  periodBefore,
  quarterOf,
  weeksIn,
  wholeMonthsOf,
  winRate,
  yearOf,
} from './period.ts';

test('months, quarters and years are whole, also at the end of the year', () => {
  expect(monthOf('2028-02-11')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(quarterOf('2026-11-22')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(yearOf('2028-02-01')).toEqual({ from: '2028-01-01', to: '2028-12-31' });
  expect(monthsFrom('2026-11-22', 6)).toEqual({ from: '2026-11-01', to: '2027-04-30' });
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('the period before has as many months, or as many days', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(periodBefore({ from: '2026-01-01', to: '2026-03-31' })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(periodBefore({ from: '2026-03-02', to: '2026-03-08' })).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  expect([wholeMonthsOf(yearOf('2026-05-05')), wholeMonthsOf({ from: '2026-01-01', to: '2026-01-30' })]).toEqual([
    12,
    null,
  ]);
});

test('months and weeks end where the period ends', () => {
  expect(monthsIn({ from: '2026-01-15', to: '2026-03-02' })).toEqual([
    { from: '2026-01-15', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-02' },
  ]);
  // 1 November 2026 is a Sunday.
  expect(weeksIn({ from: '2026-11-01', to: '2026-11-10' })).toEqual([
    { from: '2026-11-01', to: '2026-11-01' },
    { from: '2026-11-02', to: '2026-11-08' },
    { from: '2026-11-09', to: '2026-11-10' },
  ]);
});

test('rates and ids', () => {
  expect([winRate(1, 2), winRate(0, 0)]).toEqual([33.3, null]);
  expect(firstIdAt(new Date(0x0190_0000_0000))).toBe('01900000-0000-7000-8000-000000000000');
});
