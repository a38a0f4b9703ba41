'use client';

import {
  beforeText,
  changeInWords,
  dealsHref,
  dealsText,
  type Figure,
  type Measure,
  sizeOf,
} from '@aura/reports/client';
import { FigureTile } from '@aura/ui/figure-tile';
import { formatDate } from '@aura/ui/format-date';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import type { Dashboard } from '../dashboard.schema.ts';

type Status = 'ready' | 'loading' | 'error';
export type FiguresRowProps = { data: Dashboard | undefined; status: Status; onRetry: () => void };

/** Where the team stands, in five figures; each leads to the deals behind it. */
export function FiguresRow({ data, status, onRetry }: FiguresRowProps): ReactNode {
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5 *:last:max-lg:col-span-2">
      {(data ? tilesOf(data) : unknownTiles).map((tile) => (
        <FigureTile key={tile.label} {...tile} status={status} onRetry={onRetry} />
      ))}
    </div>
  );
}

type Tile = { label: string; value: ReactNode | null; delta?: ReactNode; href?: string };

const unknownTiles: readonly Tile[] = ['Open pipeline', 'Weighted', 'Won', 'Win rate', 'Needs attention'].map(
  (label) => ({ label, value: null }),
);

function tilesOf(data: Dashboard): Tile[] {
  const { open, openBefore, current, previous, attention, period } = data;
  const { won, lost, closed, winRate } = current;
  const before = beforeText(period);
  return [
    {
      label: 'Open pipeline',
      value: <Sums figure={open} measure="amount" />,
      delta: joined(dealsText(open.count), change(open, openBefore, `on ${formatDate(period.from)}`)),
      href: dealsHref(open.filter),
    },
    {
      label: 'Weighted',
      value: <Sums figure={open} measure="weighted" />,
      delta: 'value × probability',
      href: dealsHref(open.filter),
    },
    {
      label: 'Won',
      value: <Sums figure={won} measure="amount" />,
      delta: joined(dealsText(won.count), change(won, previous.won, `in ${before}`)),
      href: dealsHref(won.filter),
    },
    {
      label: 'Win rate',
      value: winRate === null ? null : `${winRate}%`,
      delta: joined(`${won.count} won, ${lost.count} lost`, rateText(previous.winRate, before)),
      href: dealsHref(closed.filter),
    },
    {
      label: 'Needs attention',
      value: attention.count.toLocaleString('en-US'),
      delta: attention.count > 0 ? 'overdue, stuck or without a next step' : 'every deal has a next step',
      href: dealsHref(attention.filter),
    },
  ];
}

const joined = (...texts: (string | null)[]): string => texts.filter(Boolean).join(', ');
const rateText = (rate: number | null, before: string): string | null =>
  rate === null ? null : `${rate}% in ${before}`;

/** Compared in the currency that stands first. */
function change(now: Pick<Figure, 'sums'>, before: Pick<Figure, 'sums'>, beforeName: string): string | null {
  const currency = (now.sums[0] ?? before.sums[0])?.currency;
  if (!currency) return null;
  return changeInWords(sizeOf(now.sums, 'amount', currency), sizeOf(before.sums, 'amount', currency), beforeName);
}

/** The first currency as the figure, further ones below it. */
export function Sums({ figure, measure }: { figure: Figure; measure: Measure }): ReactNode {
  const [first, ...others] = figure.sums;
  if (!first) return '—';
  return (
    <>
      <MoneyText value={{ amount: first[measure], currency: first.currency }} precision="compact" />
      {others.map((sum) => (
        <span key={sum.currency} className="block text-h3">
          + <MoneyText value={{ amount: sum[measure], currency: sum.currency }} precision="compact" />
        </span>
      ))}
    </>
  );
}
