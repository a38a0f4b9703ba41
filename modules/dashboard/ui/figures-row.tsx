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
  const shared = { status, onRetry };
  const before = 'in the period before';
  const won = data?.current.won;
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-5 *:last:max-lg:col-span-2">
      <FigureTile {...shared} label="Open pipeline" value={data ? <Sums figure={data.open} measure="amount" /> : null} delta={data ? dealsText(data.open.count) : null} {...link(data?.open)} />
      <FigureTile {...shared} label="Weighted" value={data ? <Sums figure={data.open} measure="weighted" /> : null} delta="value × probability" {...link(data?.open)} />
      <FigureTile
        {...shared}
        label="Won"
        value={won ? <Sums figure={won} measure="amount" /> : null}
        delta={data ? [dealsText(data.current.won.count), changeOf(data, before)].filter(Boolean).join(', ') : null}
        {...link(won)}
      />
      <FigureTile
        {...shared}
        label="Win rate"
        value={data?.current.winRate === null || !data ? null : `${data.current.winRate}%`}
        delta={data ? `${data.current.won.count} won, ${data.current.lost.count} lost` : null}
        {...link(data?.current.lost.count ? data.current.lost : won)}
      />
      <FigureTile
        {...shared}
        label="Needs attention"
        value={data ? data.attention.count.toLocaleString('en-US') : null}
        delta={data && data.attention.count > 0 ? 'overdue, stuck or without a next step' : 'every deal has a next step'}
        {...link(data?.attention)}
      />
    </div>
  );
}

const link = (figure: Figure | undefined): { href?: string } => (figure ? { href: dealsHref(figure.filter) } : {});

/** Compared in the currency that most of the won deals are in. */
function changeOf({ current, previous }: Dashboard, before: string): string | null {
  const currency = (current.won.sums[0] ?? previous.won.sums[0])?.currency;
  if (!currency) return null;
  return changeInWords(sizeOf(current.won.sums, 'amount', currency), sizeOf(previous.won.sums, 'amount', currency), before);
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
