import { type ActorContext, noteMiss } from '@aura/api';
import { sql } from '@aura/db';
import { AppError, fromMinor, seesAll } from '@aura/kernel';
import { canUpdateDeal } from './deal.permissions.ts';
import { type DealRow, requireDeal } from './deal.queries.ts';
import { amountColumn } from './deal-columns.ts';
import { lockLive, type Versioned } from './deal-lock.queries.ts';
import { itemRows, type LineItemRow, listItems, toLineItem } from './line-item.queries.ts';
import type { LineItem, LineItemCreate, LineItemUpdate } from './line-item.schema.ts';

/** F14.6: inherits price, cost and policy of the product as they are now. */
export async function addItem(ctx: ActorContext, input: LineItemCreate): Promise<LineItem> {
  const deal = await lockOpenToChange(ctx, input);
  const product = input.productId ? await requireProduct(ctx, { id: input.productId, currency: deal.currency }) : null;
  const { description, unitPrice } = requireContent(input, product, deal.currency);
  requireOverrideReason(product?.amount_minor ?? null, { unitPrice, reason: input.overrideReason });
  const row = await ctx.db
    .insertInto('crm.line_items')
    .values({
      deal_id: deal.id,
      product_id: input.productId,
      description,
      position: await nextPosition(ctx, deal.id),
      quantity: input.quantity,
      unit_price_minor: unitPrice,
      ...discountColumns(input, deal.currency),
      tax_percent: input.taxPercent,
      override_reason: input.overrideReason,
      list_price_minor: product?.amount_minor,
      unit_cost_minor: product?.cost_minor,
      max_discount_percent: product?.max_discount_percent,
      target_margin_percent: product?.target_margin_percent,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return announce(ctx, { type: 'deal.item_added', deal, row });
}

/** The product's name and price stand in for what is not said. Throws 422 when there is neither. */
function requireContent(
  input: LineItemCreate,
  product: ProductRow | null,
  currency: string,
): { description: string; unitPrice: bigint } {
  const missing = (field: string, detail: string): AppError =>
    new AppError('invalid', { reason: 'required', field, detail });
  const listPrice = product?.amount_minor ? BigInt(product.amount_minor) : null;
  const unitPrice = amountColumn(input.unitPrice, currency, 'unitPrice') ?? listPrice;
  if (unitPrice === null) throw missing('unitPrice', `Enter a price in ${currency}`);
  const description = input.description ?? product?.name;
  if (!description) throw missing('description', 'Say what is sold');
  return { description, unitPrice };
}

export async function updateItem(ctx: ActorContext, input: LineItemUpdate): Promise<LineItem> {
  const deal = await lockOpenToChange(ctx, { id: input.id });
  const current = await requireItem(ctx, input, deal.currency);
  const unitPrice = amountColumn(input.unitPrice, deal.currency, 'unitPrice') ?? BigInt(current.unit_price_minor);
  const reason = input.overrideReason === undefined ? current.override_reason : input.overrideReason;
  requireOverrideReason(current.list_price_minor, { unitPrice, reason });
  const row = await ctx.db
    .updateTable('crm.line_items')
    .set({
      unit_price_minor: unitPrice,
      override_reason: reason,
      ...discountColumns(input, deal.currency),
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.quantity === undefined ? {} : { quantity: input.quantity }),
      ...(input.taxPercent === undefined ? {} : { tax_percent: input.taxPercent }),
    })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', current.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return announce(ctx, { type: 'deal.item_changed', deal, row });
}

export async function removeItem(
  ctx: ActorContext,
  input: { id: string; itemId: string; expectedVersion?: number | undefined },
): Promise<void> {
  const deal = await lockOpenToChange(ctx, { id: input.id });
  const row = await requireItem(ctx, input, deal.currency);
  await ctx.db
    .deleteFrom('crm.line_items')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', row.id)
    .execute();
  await announce(ctx, { type: 'deal.item_removed', deal, row });
}

/** `ids` are all lines of the deal, in their new order. */
export async function orderItems(ctx: ActorContext, { id, ids }: { id: string; ids: string[] }): Promise<LineItem[]> {
  const deal = await lockOpenToChange(ctx, { id });
  const rows = await itemRows(ctx, id).execute();
  if (ids.length !== rows.length || !rows.every((row) => ids.includes(row.id))) {
    throw new AppError('invalid', { field: 'ids', detail: 'Name every line of the deal once' });
  }
  await sql`
    update crm.line_items i set position = o.place - 1
      from unnest(${ids}::uuid[]) with ordinality as o (id, place)
     where i.tenant_id = ${ctx.actor.tenantId}::uuid and i.id = o.id and i.position <> o.place - 1`.execute(ctx.db);
  return listItems(ctx, deal);
}

async function lockOpenToChange(ctx: ActorContext, lock: Versioned): Promise<DealRow> {
  const deal = await lockLive(ctx, lock);
  if (!canUpdateDeal(ctx.actor, deal)) throw new AppError('forbidden');
  return deal;
}

type ItemLock = { id: string; itemId: string; expectedVersion?: number | undefined };

async function requireItem(
  ctx: ActorContext,
  { id, itemId, expectedVersion }: ItemLock,
  currency: string,
): Promise<LineItemRow> {
  const row = await itemRows(ctx, id).where('id', '=', itemId).executeTakeFirst();
  if (!row) {
    await noteMiss(ctx, 'line_item', itemId);
    throw new AppError('not_found');
  }
  if (expectedVersion && expectedVersion !== row.version) {
    throw new AppError('version_conflict', { current: toLineItem(row, currency) });
  }
  return row;
}

type ProductRow = {
  name: string;
  amount_minor: string | null;
  cost_minor: string | null;
  max_discount_percent: string | null;
  target_margin_percent: string | null;
};

async function requireProduct(
  ctx: ActorContext,
  { id, currency }: { id: string; currency: string },
): Promise<ProductRow> {
  const { rows } = await sql<ProductRow>`
    select p.name, price.amount_minor, price.cost_minor, price.max_discount_percent, price.target_margin_percent
      from crm.products p
      left join crm.product_prices price on price.tenant_id = p.tenant_id and price.product_id = p.id and price.currency = ${currency}
       and price.valid_from <= statement_timestamp() and (price.valid_to is null or price.valid_to > statement_timestamp())
     where p.tenant_id = ${ctx.actor.tenantId}::uuid and p.id = ${id}::uuid and p.is_active and p.deleted_at is null`.execute(
    ctx.db,
  );
  if (rows[0]) return rows[0];
  throw new AppError('invalid', {
    reason: 'unknown_reference',
    field: 'productId',
    detail: 'There is no such active product',
  });
}

function discountColumns({ discountPercent, discountAmount }: Partial<LineItemUpdate>, currency: string) {
  if (discountPercent && discountAmount) {
    throw new AppError('invalid', {
      field: 'discountAmount',
      detail: 'Give the discount as a percentage or as an amount, not both',
    });
  }
  // One kind replaces the other.
  if (discountPercent) return { discount_percent: discountPercent, discount_amount_minor: null };
  if (discountAmount)
    return { discount_percent: null, discount_amount_minor: amountColumn(discountAmount, currency, 'discountAmount') };
  return {
    ...(discountPercent === null ? { discount_percent: null } : {}),
    ...(discountAmount === null ? { discount_amount_minor: null } : {}),
  };
}

function requireOverrideReason(
  listPrice: string | null,
  { unitPrice, reason }: { unitPrice: bigint; reason: string | null | undefined },
): void {
  if (listPrice === null || BigInt(listPrice) === unitPrice || reason) return;
  throw new AppError('invalid', {
    reason: 'required',
    field: 'overrideReason',
    detail: 'Say why the price is not the list price',
  });
}

async function nextPosition(ctx: ActorContext, dealId: string): Promise<number> {
  const { last } = await ctx.db
    .selectFrom('crm.line_items')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('deal_id', '=', dealId)
    .select((eb) => eb.fn.max('position').as('last'))
    .executeTakeFirstOrThrow();
  return last === null ? 0 : last + 1;
}

/** Tells of the line and of the amount it made. Throws forbidden when the policy (F14.8) needs a manager. */
async function announce(
  ctx: ActorContext,
  { type, deal, row }: { type: string; deal: DealRow; row: LineItemRow },
): Promise<LineItem> {
  const item = toLineItem(row, deal.currency);
  if (type !== 'deal.item_removed' && item.breaches.length > 0 && !seesAll(ctx.actor)) throw needsManager(item);
  const { description, quantity, unitPrice, net, overrideReason, productId } = item;
  await ctx.emit({
    type,
    entity: 'deal',
    entityId: deal.id,
    data: { itemId: item.id, productId, description, quantity, unitPrice, net, overrideReason },
  });
  const after = await requireDeal(ctx, deal.id);
  if (after.amount_minor !== deal.amount_minor) {
    const money = (minor: string | null): string | null => (minor === null ? null : fromMinor(minor, deal.currency));
    const data = {
      from: money(deal.amount_minor),
      to: money(after.amount_minor),
      fromCurrency: deal.currency,
      toCurrency: deal.currency,
    };
    await ctx.emit({ type: 'deal.amount_changed', entity: 'deal', entityId: deal.id, data });
  }
  return item;
}

function needsManager({ breaches }: LineItem): AppError {
  const isDiscount = breaches.includes('discount');
  return new AppError('forbidden', {
    reason: 'needs_manager',
    field: isDiscount ? 'discountPercent' : 'unitPrice',
    detail: isDiscount
      ? 'This discount is deeper than the policy allows: ask a manager.'
      : 'The margin is under the target: ask a manager.',
  });
}
