import type { ActorContext } from '@aura/api';
import { fromMinor, type RecordRow, recordOf } from '@aura/kernel';
import type { LineItem } from './line-item.schema.ts';

export type LineItemRow = RecordRow & {
  deal_id: string;
  product_id: string | null;
  description: string;
  position: number;
  quantity: string;
  unit_price_minor: string;
  discount_percent: string | null;
  discount_amount_minor: string | null;
  tax_percent: string;
  override_reason: string | null;
  list_price_minor: string | null;
  net_minor: string;
  discount_minor: string;
  tax_minor: string;
  gross_minor: string;
  cost_minor: string | null;
  margin_minor: string | null;
  is_discount_exceeded: boolean;
  is_margin_missed: boolean;
};

export function itemRows(ctx: ActorContext, dealId: string) {
  return ctx.db
    .selectFrom('crm.line_items')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('deal_id', '=', dealId)
    .selectAll();
}

export async function listItems(ctx: ActorContext, deal: { id: string; currency: string }): Promise<LineItem[]> {
  const rows = await itemRows(ctx, deal.id).orderBy('position').orderBy('id').execute();
  return rows.map((row) => toLineItem(row, deal.currency));
}

export function toLineItem(row: LineItemRow, currency: string): LineItem {
  const money = <Minor extends string | null>(minor: Minor) =>
    (minor === null ? null : fromMinor(minor, currency)) as Minor extends null ? null : string;
  return {
    ...recordOf(row),
    dealId: row.deal_id,
    productId: row.product_id,
    description: row.description,
    position: row.position,
    quantity: Number(row.quantity),
    currency,
    unitPrice: money(row.unit_price_minor),
    listPrice: money(row.list_price_minor),
    discountPercent: row.discount_percent === null ? null : Number(row.discount_percent),
    discountAmount: money(row.discount_amount_minor),
    taxPercent: Number(row.tax_percent),
    overrideReason: row.override_reason,
    net: money(row.net_minor),
    discount: money(row.discount_minor),
    tax: money(row.tax_minor),
    gross: money(row.gross_minor),
    cost: money(row.cost_minor),
    margin: money(row.margin_minor),
    breaches: [
      ...(row.is_discount_exceeded ? (['discount'] as const) : []),
      ...(row.is_margin_missed ? (['margin'] as const) : []),
    ],
  };
}
