import { type ActorContext, listPage } from '@aura/api';
import { fromMinor, type Page } from '@aura/kernel';
import { getProduct } from './product.queries.ts';
import type { Price, PriceList } from './product.schema.ts';

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

/** F14.4: every price a product has had, will have and has, newest first. */
export async function listPrices(ctx: ActorContext, input: PriceList): Promise<Page<Price>> {
  await getProduct(ctx, input.id);
  const rows = ctx.db
    .selectFrom('crm.product_prices as price')
    .where('price.tenant_id', '=', ctx.actor.tenantId)
    .where('price.product_id', '=', input.id);
  return listPage<PriceRow, Price>(ctx, {
    list: 'products.prices',
    rows,
    select: (page: typeof rows) => page.selectAll('price'),
    sorts: { validFrom: { column: 'price.valid_from', type: 'timestamptz' } },
    defaultSort: '-validFrom',
    id: 'price.id',
    input,
    toItem: toPrice,
  });
}

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
