import { fromMinor, toMinor } from '@aura/kernel';
import { formatMoney, type MoneyPrecision } from '@aura/ui/format-money';
import { weightedMinor } from '../deal.ts';

/** The sum of one currency's deals; different currencies are never added up. */
export type MoneySum = { currency: string; count: number; amount: string; weighted: string };

/** "$1.24M", with more currencies "$1.24M + €300K"; a dash where nothing has an amount. */
export function sumText(
  sums: readonly MoneySum[],
  of: 'amount' | 'weighted',
  precision: MoneyPrecision = 'compact',
): string {
  const shown = sums.filter((sum) => Number(sum[of]) !== 0);
  if (shown.length === 0) return '—';
  return shown.map((sum) => formatMoney({ amount: sum[of], currency: sum.currency }, precision)).join(' + ');
}

type Amount = { amount: string | null; currency: string };

/** The sums with a deal taken in (1) or out (-1), at the probability it has in that column. */
export function withDeal(
  sums: readonly MoneySum[],
  deal: Amount,
  { sign, probability }: { sign: 1 | -1; probability: number },
): MoneySum[] {
  const known = sums.find((sum) => sum.currency === deal.currency) ?? {
    currency: deal.currency,
    count: 0,
    amount: '0',
    weighted: '0',
  };
  const change = deal.amount === null ? 0n : toMinor(deal.amount, deal.currency) * BigInt(sign);
  const weightedChange =
    deal.amount === null ? 0n : weightedMinor(toMinor(deal.amount, deal.currency), probability) * BigInt(sign);
  const next: MoneySum = {
    currency: deal.currency,
    count: known.count + sign,
    amount: fromMinor(toMinor(known.amount, deal.currency) + change, deal.currency),
    weighted: fromMinor(toMinor(known.weighted, deal.currency) + weightedChange, deal.currency),
  };
  const rest = sums.filter((sum) => sum.currency !== deal.currency);
  return next.count > 0 ? [...rest, next].sort((a, b) => a.currency.localeCompare(b.currency)) : rest;
}
