import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { toMinor } from '@aura/kernel';

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

/** The undo of changed prices: those that the import opened go, and the ones that they had closed are open again. */
export async function restorePrices(
  ctx: ActorContext,
  { importId, ids }: { importId: string; ids: string[] },
): Promise<void> {
  const { rows } = await sql<{ id: string; opened: string; closed: string | null }>`
    select record_id as id, before ->> 'openedPriceId' as opened, before ->> 'closedPriceId' as closed from core.import_changes
     where tenant_id = ${ctx.actor.tenantId} and import_id = ${importId} and entity = 'products' and record_id = any(${ids}::uuid[])
       and before ? 'openedPriceId'`.execute(ctx.db);
  if (rows.length === 0) return;
  // One that somebody has since followed by another stays: it was the price for a while.
  const removed = await sql<{ id: string }>`
    delete from crm.product_prices where tenant_id = ${ctx.actor.tenantId} and id = any(${rows.map(({ opened }) => opened)}::uuid[]) and valid_to is null
    returning id`.execute(ctx.db);
  const gone = new Set(removed.rows.map(({ id }) => id));
  const closed = rows.flatMap((row) => (row.closed && gone.has(row.opened) ? [row.closed] : []));
  await sql`
    update crm.product_prices set valid_to = null where tenant_id = ${ctx.actor.tenantId} and id = any(${closed}::uuid[])`.execute(
    ctx.db,
  );
  // The product as it is shown has changed, as with any new price.
  await sql`
    update crm.products set is_active = is_active where tenant_id = ${ctx.actor.tenantId} and id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    ctx.db,
  );
}
