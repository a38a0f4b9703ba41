import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { toMinor } from '@aura/kernel';
import type { Price } from './product.schema.ts';
import { updateProduct } from './product.service.ts';

type NewPrice = { productId: string; amount: string; cost: string | null; currency: string };

/** First prices of new products, in one statement. */
export async function importPrices(ctx: ActorContext, prices: readonly NewPrice[]): Promise<void> {
  if (prices.length === 0) return;
  const rows = prices.map(({ productId, amount, cost, currency }) => ({
    ...{ product_id: productId, currency },
    ...{
      amount_minor: toMinor(amount, currency).toString(),
      cost_minor: cost === null ? null : toMinor(cost, currency).toString(),
    },
  }));
  await sql`
    insert into crm.product_prices (product_id, currency, amount_minor, cost_minor)
    select r.product_id, r.currency, r.amount_minor, r.cost_minor
      from json_to_recordset(${JSON.stringify(rows)}::json) as r (product_id uuid, currency text, amount_minor bigint, cost_minor bigint)`.execute(
    ctx.db,
  );
}

/** The undo of changed prices: the earlier one is opened again, and the history shows both. */
export async function restorePrices(
  ctx: ActorContext,
  { importId, ids }: { importId: string; ids: string[] },
): Promise<void> {
  const { rows } = await sql<{ id: string; price: Price | null }>`
    select record_id as id, before -> 'price' as price from core.import_changes
     where tenant_id = ${ctx.actor.tenantId} and import_id = ${importId} and entity = 'products' and record_id = any(${ids}::uuid[])
       and jsonb_typeof(before -> 'price') = 'object'`.execute(ctx.db);
  for (const { id, price } of rows) {
    if (!price) continue;
    const { amount, currency, cost, maxDiscountPercent, targetMarginPercent } = price;
    await updateProduct(ctx, { id, price: { amount, currency, cost, maxDiscountPercent, targetMarginPercent } });
  }
}
