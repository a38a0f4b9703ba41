import type { Deal } from '@aura/deals/client';
import { Link } from '@aura/ui/link';
import { MoneyText } from '@aura/ui/money-text';
import type { ReactNode } from 'react';
import { dealHref } from './deals-href.ts';

export type DealLineProps = {
  deal: Pick<Deal, 'id' | 'name' | 'amount' | 'currency' | 'organizationName' | 'stageName' | 'ownerName'>;
  /** The rail at its edge. */
  rail?: ReactNode;
  /** Left out where all are the reader's own. */
  hasOwner?: boolean;
  /** Why it is in this list. */
  note?: ReactNode;
  actions?: ReactNode;
  /** One of the rows that J and K go through. */
  isKeyed?: boolean;
};

/** One deal in a list of the dashboard. */
export function DealLine({ deal, rail, hasOwner = true, note, actions, isKeyed }: DealLineProps): ReactNode {
  const facts = [deal.organizationName, deal.stageName, hasOwner ? deal.ownerName : null];
  return (
    <li
      data-keyed={isKeyed || undefined}
      className="relative flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5 ps-3 last:border-b-0"
    >
      {rail}
      <span className="min-w-0 flex-[1_1_12rem]">
        <span className="flex flex-wrap items-start gap-x-3">
          <Link
            href={dealHref(deal.id)}
            className="line-clamp-2 min-w-0 flex-[1_1_8rem] font-medium wrap-anywhere underline-offset-3 hover:underline"
          >
            {deal.name}
          </Link>
          <MoneyText
            value={deal.amount === null ? null : { amount: deal.amount, currency: deal.currency }}
            precision="auto"
            className="ms-auto"
          />
        </span>
        <span className="block truncate text-small text-muted">{facts.filter(Boolean).join(' · ')}</span>
        {note}
      </span>
      {actions}
    </li>
  );
}
