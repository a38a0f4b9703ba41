import { formatMoney } from '@aura/ui/format-money';
import type { Figure } from '../figure.schema.ts';

type Sum = Figure['sums'][number];
export type Measure = 'amount' | 'weighted';

/** "$54,000", or "$54,000 + €1,200" where deals are in several currencies. Never added up across them. */
export function sumsText(sums: readonly Sum[], measure: Measure): string {
  if (sums.length === 0) return '—';
  return sums.map((sum) => formatMoney({ amount: withoutCents(sum[measure]), currency: sum.currency })).join(' + ');
}

/** Cents say nothing in a sum of many deals. */
function withoutCents(amount: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  if (/^0*$/.test(cents)) return whole;
  const isUp = Number(cents.charAt(0)) >= 5;
  return isUp ? (BigInt(whole) + (whole.startsWith('-') ? -1n : 1n)).toString() : whole;
}

export const dealsText = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'deal' : 'deals'}`;

/** How a figure moved: "12% more than before", null when there is nothing to compare. */
export function changeInWords(now: number, before: number, beforeName: string): string | null {
  if (before === 0) return now === 0 ? null : `none ${beforeName}`;
  const percent = Math.round(((now - before) / before) * 100);
  if (percent === 0) return `the same as ${beforeName}`;
  return `${percent > 0 ? '▲' : '▼'} ${Math.abs(percent)}% ${percent > 0 ? 'more' : 'less'} than ${beforeName}`;
}

/** One currency's sum as a number, for comparing and for the length of bars; only for those. */
export function sizeOf(sums: readonly Sum[], measure: Measure, currency: string): number {
  return Number(sums.find((sum) => sum.currency === currency)?.[measure] ?? 0);
}
