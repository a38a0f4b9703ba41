'use client';

import { useTimezone } from '@aura/ui/date-text';
import { formatDate } from '@aura/ui/format-date';
import { dayOf } from '@aura/ui/zoned-time';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { monthOf, monthsFrom, type Period, periodBefore, quarterOf, wholeMonthsOf, yearOf } from '../period.ts';

export const periodKinds = ['month', 'quarter', 'year', 'half', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodNames: Readonly<Record<PeriodKind, string>> = {
  month: 'This month',
  quarter: 'This quarter',
  year: 'This year',
  half: 'Next 6 months',
  custom: 'Other days',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address says a report is about; a link shows its reader the same, under their own rights. */
export function useReportView(usual: PeriodKind) {
  return useQueryStates(
    {
      period: parseAsStringLiteral(periodKinds).withDefault(usual),
      from: parseAsString,
      to: parseAsString,
      pipelineId: parseAsString,
      ownerId: parseAsString,
    },
    { history: 'push' },
  );
}
export type ReportView = ReturnType<typeof useReportView>[0];
export type SetReportView = ReturnType<typeof useReportView>[1];

/** Today in the workspace's time zone, "2026-03-04". */
export function useToday(): string {
  const [now] = useState(() => new Date());
  return dayOf(now, useTimezone());
}

type Chosen = Pick<ReportView, 'period' | 'from' | 'to'>;

/** The days that are meant; other days that are none, or end before they begin, are this month. */
export function periodOfView({ period, from, to }: Chosen, today: string): Period {
  switch (period) {
    case 'month':
      return monthOf(today);
    case 'quarter':
      return quarterOf(today);
    case 'year':
      return yearOf(today);
    case 'half':
      return monthsFrom(today, 6);
    case 'custom':
      return isDay(from) && isDay(to) && from <= to ? { from, to } : monthOf(today);
  }
}

const isDay = (text: string | null): text is string => text !== null && DAY.test(text);

/** The view as the input of a report. */
export function reportInputOf(view: ReportView, today: string) {
  return {
    ...periodOfView(view, today),
    ...(view.pipelineId ? { pipelineId: view.pipelineId } : {}),
    ...(view.ownerId ? { ownerId: view.ownerId } : {}),
  };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** "October", "Q3", "2025", or the days: how a period is called in a sentence. */
export function periodText(period: Period): string {
  const months = wholeMonthsOf(period);
  const [year = '', month = '1'] = period.from.split('-');
  const first = Number(month) - 1;
  if (months === 1) return `${MONTHS[first] ?? ''} ${year}`;
  if (months === 3 && first % 3 === 0) return `Q${first / 3 + 1} ${year}`;
  if (months === 12 && first === 0) return year;
  return `${formatDate(period.from)} – ${formatDate(period.to)}`;
}

/** What the figures of a period are compared with, in words. */
export const beforeText = (period: Period): string => periodText(periodBefore(period));
