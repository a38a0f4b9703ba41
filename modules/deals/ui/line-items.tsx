'use client';

import { announce } from '@aura/ui/announce';
import { formatMoney } from '@aura/ui/format-money';
import { MoneyText } from '@aura/ui/money-text';
import { type ReactNode, useEffect } from 'react';
import type { DealDetail } from '../deal.schema.ts';
import { readOnlyReason } from './deal-inline-edits.tsx';
import { sumsOf } from './line-draft.ts';
import { LineRow } from './line-row.tsx';
import { newLine, useLineItems } from './use-line-items.ts';

const TOTAL_SPOKEN_AFTER_MS = 1_000;

const headings = ['Product', 'Quantity', 'Unit price', 'Discount', 'Tax %', 'Total', 'Actions'];

/** What the deal sells. The last line is always empty and ready; the deal's value is the sum of the lines. */
export function LineItems({ deal }: { deal: DealDetail }): ReactNode {
  const editor = useLineItems(deal);
  const locked = readOnlyReason(deal);
  return (
    <section aria-label="Line items" className="@container flex min-w-0 flex-col gap-4">
      {locked ? <p className="text-muted">{locked}</p> : null}
      <table className="w-full border-separate border-spacing-0 @max-[40rem]:block">
        <caption className="sr-only">Line items in {deal.currency}</caption>
        <thead className="@max-[40rem]:sr-only">
          <tr>
            {headings.map((heading, index) => (
              <th
                key={heading}
                scope="col"
                className={`border-b border-line px-1.5 pb-1.5 text-small font-medium text-muted ${index > 0 ? 'text-end' : 'text-start'}`}
              >
                {heading === 'Actions' ? <span className="sr-only">Actions</span> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-[40rem]:flex @max-[40rem]:flex-col @max-[40rem]:gap-3">
          {deal.items.map((item, index) => (
            <LineRow
              key={item.id}
              lineKey={item.id}
              item={item}
              place={{ index, count: deal.items.length }}
              currency={deal.currency}
              editor={editor}
              isLocked={locked !== null}
            />
          ))}
          {locked ? null : (
            <LineRow
              key={`${newLine} ${editor.added}`}
              lineKey={newLine}
              place={{ index: deal.items.length, count: deal.items.length }}
              currency={deal.currency}
              editor={editor}
              isLocked={false}
            />
          )}
        </tbody>
      </table>
      {locked && deal.items.length === 0 ? <p className="text-muted">No line items.</p> : null}
      <LineTotals deal={deal} drafts={[...deal.items.map((item) => item.id), newLine].map(editor.draftFor)} />
    </section>
  );
}

function LineTotals({ deal, drafts }: { deal: DealDetail; drafts: Parameters<typeof sumsOf>[0] }): ReactNode {
  const { currency } = deal;
  const sums = sumsOf(drafts, currency);
  const spoken = formatMoney({ amount: sums.gross, currency }, 'exact');
  useEffect(() => {
    const timer = setTimeout(() => announce(`Total ${spoken}`), TOTAL_SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [spoken]);
  if (deal.items.length === 0 && Number(sums.gross) === 0)
    return (
      <p className="text-muted">
        Without lines the deal is worth what was entered by hand. With the first line it is worth their sum.
      </p>
    );
  return (
    <dl className="ms-auto flex w-full max-w-80 flex-col gap-1">
      <Sum label="Subtotal" amount={sums.subtotal} currency={currency} />
      {Number(sums.discount) === 0 ? null : <Sum label="Discount" amount={`-${sums.discount}`} currency={currency} />}
      <Sum label="Deal value" amount={sums.net} currency={currency} isStrong />
      {sums.taxes.map((tax) => (
        <Sum key={tax.percent} label={`Tax ${tax.percent}%`} amount={tax.amount} currency={currency} />
      ))}
      <Sum label="Total with tax" amount={sums.gross} currency={currency} isStrong />
      {deal.margin === null ? null : <Sum label="Margin" amount={deal.margin} currency={currency} />}
    </dl>
  );
}

type SumProps = { label: string; amount: string; currency: string; isStrong?: boolean };

function Sum({ label, amount, currency, isStrong = false }: SumProps): ReactNode {
  return (
    <div className={`flex justify-between gap-4 ${isStrong ? 'border-t border-line pt-1 text-ink' : 'text-muted'}`}>
      <dt className={isStrong ? 'font-medium' : ''}>{label}</dt>
      <dd className="m-0">
        <output>
          <MoneyText value={{ amount, currency }} precision="exact" />
        </output>
      </dd>
    </div>
  );
}
