import type { Deal } from '@aura/deals/client';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import { dealHref } from './deals-href.ts';

export type DealLineProps = {
  deal: Deal;
  /** The rail at its edge. */
  rail?: ReactNode;
  /** Why it is in this list. */
  note?: ReactNode;
  actions?: ReactNode;
};

/** One deal in a list of the dashboard. */
export function DealLine({ deal, rail, note, actions }: DealLineProps): ReactNode {
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5 ps-3 last:border-b-0">
      {rail}
      <span className="min-w-0 flex-[1_1_12rem]">
        <Link
          href={dealHref(deal.id)}
          prefetch={false}
          className="block truncate font-medium underline-offset-3 hover:underline"
        >
          {deal.name}
        </Link>
        <span className="block truncate text-small text-muted">
          {[deal.organizationName, deal.stageName, deal.ownerName].filter(Boolean).join(' · ')}
        </span>
        {note}
      </span>
      <MoneyText
        value={deal.amount === null ? null : { amount: deal.amount, currency: deal.currency }}
        precision="auto"
      />
      {actions}
    </li>
  );
}
