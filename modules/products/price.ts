import { fromMinor } from '@aura/kernel';
import type { Price } from './product.schema.ts';

/** As selected, or as JSON out of a sub-select: instants are then text and numbers already numbers. */
export type PriceRow = {
  id: string;
  currency: string;
  amount_minor: string | number;
  cost_minor: string | number | null;
  max_discount_percent: string | number | null;
  target_margin_percent: string | number | null;
  valid_from: Date | string;
  valid_to: Date | string | null;
  created_at: Date | string;
  created_by: string;
};

export function toPrice(row: PriceRow): Price {
  const percent = (value: string | number | null): number | null => (value === null ? null : Number(value));
  return {
    id: row.id,
    amount: fromMinor(row.amount_minor, row.currency),
    currency: row.currency,
    cost: row.cost_minor === null ? null : fromMinor(row.cost_minor, row.currency),
    maxDiscountPercent: percent(row.max_discount_percent),
    targetMarginPercent: percent(row.target_margin_percent),
    validFrom: new Date(row.valid_from).toISOString(),
    validTo: row.valid_to === null ? null : new Date(row.valid_to).toISOString(),
    createdAt: new Date(row.created_at).toISOString(),
    createdBy: row.created_by,
  };
}
