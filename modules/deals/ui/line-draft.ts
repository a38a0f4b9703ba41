import { fromMinor, toMinor } from '@aura/kernel';
import { parseAmount } from '@aura/ui/format-money';
import type { LineItem } from '../line-item.schema.ts';
import { computeLine, type LineTotals, scaled, sumLines } from '../line-item.ts';

/** A line as it is being typed: texts, which may not be numbers yet. */
export type LineDraft = {
  productId: string | null;
  description: string;
  quantity: string;
  unitPrice: string;
  discount: string;
  discountKind: 'percent' | 'amount';
  taxPercent: string;
  overrideReason: string;
  /** The product's own price; another one needs a reason. */
  listPrice: string | null;
};

export type LineField = 'description' | 'quantity' | 'unitPrice' | 'discount' | 'taxPercent' | 'overrideReason';

export const emptyLine: LineDraft = {
  productId: null,
  description: '',
  quantity: '1',
  unitPrice: '',
  discount: '',
  discountKind: 'percent',
  taxPercent: '0',
  overrideReason: '',
  listPrice: null,
};

export function draftOf(item: LineItem): LineDraft {
  return {
    productId: item.productId,
    description: item.description,
    quantity: String(item.quantity),
    unitPrice: item.unitPrice,
    discount: item.discountAmount ?? (item.discountPercent === null ? '' : String(item.discountPercent)),
    discountKind: item.discountAmount === null ? 'percent' : 'amount',
    taxPercent: String(item.taxPercent),
    overrideReason: item.overrideReason ?? '',
    listPrice: item.listPrice,
  };
}

/** The exact figures of a line while it is typed; null while it is not yet one. */
export function totalsOf(draft: LineDraft, currency: string): LineTotals | null {
  try {
    const isAmount = draft.discountKind === 'amount' && draft.discount.trim() !== '';
    return computeLine({
      quantity: decimalOf(draft.quantity),
      unitPriceMinor: toMinor(amountOf(draft.unitPrice), currency),
      discountAmountMinor: isAmount ? toMinor(amountOf(draft.discount), currency) : null,
      discountPercent: isAmount ? null : decimalOf(draft.discount || '0'),
      taxPercent: decimalOf(draft.taxPercent || '0'),
    });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What is wrong with a line, by field, in the person's words. */
export function problemsOf(draft: LineDraft, currency: string): Partial<Record<LineField, string>> {
  const found: Record<LineField, string | null> = {
    description: draft.description.trim() === '' ? 'Choose a product or say what is sold' : null,
    quantity: isBetween(draft.quantity, { places: 3, min: 1n, max: 10n ** 12n }) ? null : 'Quantity must be above 0',
    unitPrice: isMoney(draft.unitPrice, currency) ? null : 'Enter an amount using numbers, for example 1200.50',
    discount: discountProblem(draft, currency),
    taxPercent: isBetween(draft.taxPercent || '0', { places: 2, min: 0n, max: 10_000n }) ? null : 'Use 0 to 100',
    overrideReason: isReasonMissing(draft, currency) ? 'Say why the price is not the list price' : null,
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== null));
}

function discountProblem(draft: LineDraft, currency: string): string | null {
  if (draft.discount.trim() !== '' && !isDiscount(draft, currency))
    return draft.discountKind === 'percent' ? 'Use 0 to 100' : 'Enter an amount using numbers';
  const totals = totalsOf(draft, currency);
  return totals && totals.net < 0n ? 'The discount is more than the price' : null;
}

function isReasonMissing(draft: LineDraft, currency: string): boolean {
  return needsReason(draft, currency) && draft.overrideReason.trim() === '';
}

/** Whether the price was changed from the product's own. */
export function needsReason(draft: LineDraft, currency: string): boolean {
  if (draft.listPrice === null || !isMoney(draft.unitPrice, currency)) return false;
  return toMinor(amountOf(draft.unitPrice), currency) !== toMinor(draft.listPrice, currency);
}

/** The draft as the API takes it. Call it only without problems. */
export function figuresOf(draft: LineDraft) {
  const discount = draft.discount.trim() === '' ? null : draft.discount;
  return {
    description: draft.description.trim(),
    quantity: decimalOf(draft.quantity),
    unitPrice: amountOf(draft.unitPrice),
    discountPercent: discount && draft.discountKind === 'percent' ? decimalOf(discount) : null,
    discountAmount: discount && draft.discountKind === 'amount' ? amountOf(discount) : null,
    taxPercent: decimalOf(draft.taxPercent || '0'),
    overrideReason: draft.overrideReason.trim() || null,
  };
}

export type TotalTexts = {
  subtotal: string;
  discount: string;
  net: string;
  taxes: { percent: string; amount: string }[];
  gross: string;
};

/** The sums below the lines; tax by rate. Lines that are not finished do not count. */
export function sumsOf(drafts: readonly LineDraft[], currency: string): TotalTexts {
  const lines = drafts.flatMap((draft) => {
    const totals = totalsOf(draft, currency);
    return totals ? [{ totals, percent: String(Number(draft.taxPercent || '0')) }] : [];
  });
  const total = sumLines(lines.map((line) => line.totals));
  const rates = new Map<string, bigint>();
  for (const { totals, percent } of lines)
    if (totals.tax !== 0n) rates.set(percent, (rates.get(percent) ?? 0n) + totals.tax);
  const text = (minor: bigint): string => fromMinor(minor, currency);
  return {
    subtotal: text(total.net + total.discount),
    discount: text(total.discount),
    net: text(total.net),
    taxes: [...rates].map(([percent, amount]) => ({ percent, amount: text(amount) })),
    gross: text(total.gross),
  };
}

function amountOf(text: string): string {
  const amount = parseAmount(text);
  if (amount === null || amount.startsWith('-')) throw new RangeError('not an amount');
  return amount;
}

/** "1.5", ".5" and "1,5": a comma is the decimal one here, as quantities have no thousands. */
function decimalOf(text: string): string {
  const plain = text.trim().replace(',', '.');
  return plain.startsWith('.') ? `0${plain}` : plain;
}

function isMoney(text: string, currency: string): boolean {
  try {
    return toMinor(amountOf(text), currency) >= 0n;
  } catch {
    return false;
  }
}

function isDiscount(draft: LineDraft, currency: string): boolean {
  return draft.discountKind === 'amount'
    ? isMoney(draft.discount, currency)
    : isBetween(draft.discount, { places: 2, min: 0n, max: 10_000n });
}

function isBetween(text: string, { places, min, max }: { places: number; min: bigint; max: bigint }): boolean {
  try {
    const value = scaled(decimalOf(text), places);
    return value >= min && value <= max;
  } catch {
    return false;
  }
}
