import type { Period } from '../dashboard.ts';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodNames: Readonly<Record<PeriodKind, string>> = {
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
};

const MONTHS_OF: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

/** The whole month, quarter or year that a day ("2026-03-04") is in. */
export function periodAround(day: string, kind: PeriodKind): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const length = MONTHS_OF[kind];
  const first = Math.floor((month - 1) / length) * length;
  return { from: toDay(Date.UTC(year, first, 1)), to: toDay(Date.UTC(year, first + length, 0)) };
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
