'use client';

import { fromMinor } from '@aura/kernel';
import { Badge } from '@aura/ui/badge';
import { formatMoney } from '@aura/ui/format-money';
import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { LineItem } from '../line-item.schema.ts';
import { DiscountInput, FigureInput, LineCell, ReasonInput } from './line-cells.tsx';
import { needsReason, totalsOf } from './line-draft.ts';
import { LineMenu } from './line-menu.tsx';
import { LineProduct } from './line-product.tsx';
import { type LineEditor, newLine } from './use-line-items.ts';

export type LineRowProps = {
  /** The item's id, or that of the empty line. */
  lineKey: string;
  item?: LineItem;
  place: { index: number; count: number };
  currency: string;
  editor: LineEditor;
  isLocked: boolean;
};

/** One line. Leaving it saves it; Enter saves it and goes on to the empty line. */
export function LineRow(props: LineRowProps): ReactNode {
  const { lineKey, item, place, currency, editor, isLocked } = props;
  const row = useRef<HTMLTableRowElement>(null);
  const draft = editor.draftFor(lineKey);
  const errors = editor.errorsFor(lineKey);
  const totals = totalsOf(draft, currency);
  const name = item?.description ?? 'New line';
  const figure = { lineKey, name, editor, isLocked };
  return (
    <tr
      ref={row}
      aria-busy={editor.isSaving(lineKey) || undefined}
      data-line={lineKey}
      onBlur={(event) => {
        // Lists and menus of this line open elsewhere in the document: going there is not leaving.
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) void editor.commit(lineKey);
      }}
      onKeyDown={(event) => onLineKey(event, props)}
      className="align-top @max-[40rem]:grid @max-[40rem]:grid-cols-2 @max-[40rem]:gap-2 @max-[40rem]:rounded-panel @max-[40rem]:border @max-[40rem]:border-line @max-[40rem]:p-3"
    >
      <LineCell label="Product" error={errors.description ?? errors.line} isWide>
        <LineProduct {...figure} item={item} currency={currency} draft={draft} />
        {item && item.breaches.length > 0 ? (
          <Badge tone="warn" icon={<TriangleAlert aria-hidden />} className="mt-1">
            {item.breaches.includes('discount') ? 'Discount over the limit' : 'Margin under target'}
          </Badge>
        ) : null}
        {needsReason(draft, currency) ? <ReasonInput {...figure} error={errors.overrideReason} /> : null}
      </LineCell>
      <LineCell label="Quantity" error={errors.quantity} className="w-16">
        <FigureInput {...figure} field="quantity" label="Quantity" />
      </LineCell>
      <LineCell label="Unit price" error={errors.unitPrice} className="w-28">
        <FigureInput {...figure} field="unitPrice" label="Unit price" />
      </LineCell>
      <LineCell label="Discount" error={errors.discount} className="w-29">
        <DiscountInput {...figure} currency={currency} error={errors.discount} />
      </LineCell>
      <LineCell label="Tax %" error={errors.taxPercent} className="w-14">
        <FigureInput {...figure} field="taxPercent" label="Tax in percent" />
      </LineCell>
      <LineCell label="Total" className="w-24">
        <output className="flex min-h-9 items-center font-semibold tabular-nums @min-[40rem]:justify-end">
          {totals ? formatMoney({ amount: fromMinor(totals.net, currency), currency }, 'exact') : '—'}
        </output>
      </LineCell>
      <td className="w-9 py-1 @max-[40rem]:w-auto @max-[40rem]:self-end @max-[40rem]:justify-self-end @max-[40rem]:p-0">
        {item && !isLocked ? <LineMenu item={item} place={place} editor={editor} /> : null}
      </td>
    </tr>
  );
}

function onLineKey(event: KeyboardEvent<HTMLTableRowElement>, { lineKey, item, editor }: LineRowProps): void {
  const isField = event.target instanceof HTMLInputElement && event.target.getAttribute('role') !== 'combobox';
  if (event.key === 'Enter' && isField) {
    event.preventDefault();
    void editor.commit(lineKey).then((isDone) => (isDone ? focusNewLine() : undefined));
  }
  if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && item) {
    event.preventDefault();
    editor.duplicate(item);
  }
}

/** The empty line is drawn anew after one was added. */
function focusNewLine(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-line="${newLine}"] input`)?.focus()),
  );
}
