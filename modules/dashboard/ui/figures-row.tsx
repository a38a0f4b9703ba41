'use client';

import { FigureTile } from '@aura/ui/figure-tile';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import type { Dashboard, Figure } from '../dashboard.schema.ts';
import { dealsHref } from './deals-href.ts';
import { changeInWords, dealsText, type Measure, sizeOf } from './figure-text.ts';

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
  const { open, current, attention } = data;
  const { won, lost, winRate } = current;
  return [
    {
      label: 'Open pipeline',
      value: <Sums figure={open} measure="amount" />,
      delta: dealsText(open.count),
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
      delta: [dealsText(won.count), changeOf(data, 'in the period before')].filter(Boolean).join(', '),
      href: dealsHref(won.filter),
    },
    {
      label: 'Win rate',
      value: winRate === null ? null : `${winRate}%`,
      delta: `${won.count} won, ${lost.count} lost`,
      href: dealsHref(lost.count > 0 ? lost.filter : won.filter),
    },
    {
      label: 'Needs attention',
      value: attention.count.toLocaleString('en-US'),
      delta: attention.count > 0 ? 'overdue, stuck or without a next step' : 'every deal has a next step',
      href: dealsHref(attention.filter),
    },
  ];
}

/** Compared in the currency that most of the won deals are in. */
function changeOf({ current, previous }: Dashboard, before: string): string | null {
  const currency = (current.won.sums[0] ?? previous.won.sums[0])?.currency;
  if (!currency) return null;
  return changeInWords(
    sizeOf(current.won.sums, 'amount', currency),
    sizeOf(previous.won.sums, 'amount', currency),
    before,
  );
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
