import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import type { DealCount, Figure } from '../figure.schema.ts';
import { dealsHref } from './deals-href.ts';

/** A number of deals as a link to them; none is no link. `what` is read out after it. */
export function CountLink({ figure, what }: { figure: DealCount; what: string }): ReactNode {
  return <NumberLink count={figure.count} href={dealsHref(figure.filter)} what={what} />;
}

export function NumberLink({ count, href, what }: { count: number; href: string; what: string }): ReactNode {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link href={href} className="inline-block min-h-6 min-w-6 text-link print:text-ink print:no-underline">
      {count.toLocaleString('en-US')}
      <span className="sr-only"> {what}</span>
    </Link>
  );
}

/** Each currency's exact sum on a line of its own. */
export function SumLines({ sums, measure }: { sums: Figure['sums']; measure: 'amount' | 'weighted' }): ReactNode {
  if (sums.length === 0) return <span className="text-muted">—</span>;
  return sums.map((sum) => (
    <span key={sum.currency} className="block">
      <MoneyText value={{ amount: sum[measure], currency: sum.currency }} precision="auto" />
    </span>
  ));
}
