import { type ActorContext, archivedRefusal, requireVersion, type Versioned } from '@aura/api';
import { type CustomValues, validateCustomFields } from '@aura/custom-fields';
import { type Database, type RawBuilder, sql, type Updateable } from '@aura/db';
import { AppError, toMinor } from '@aura/kernel';
import { getProduct, lockProduct } from './product.queries.ts';
import type { Price, PriceCreate, PriceInput, Product, ProductCreate, ProductUpdate } from './product.schema.ts';

export async function createProduct(ctx: ActorContext, input: ProductCreate & { importId?: string }): Promise<Product> {
  const customFields = await validateCustomFields(ctx, 'product', { given: input.customFields });
  const { id } = await ctx.db
    .insertInto('crm.products')
    .values({
      sku: input.sku,
      name: input.name,
      description: input.description ?? null,
      category: input.category ?? null,
      is_active: input.active ?? true,
      external_id: input.externalId ?? null,
      custom_fields: JSON.stringify(customFields),
      import_id: input.importId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (input.price) await openPrice(ctx, id, input.price);
  await ctx.emit({
    type: 'product.created',
    entity: 'product',
    entityId: id,
    data: { sku: input.sku, name: input.name },
  });
  return getProduct(ctx, id);
}

export async function updateProduct(ctx: ActorContext, input: ProductUpdate): Promise<Product> {
  const before = await lockVersion(ctx, input);
  if (before.deletedAt) throw archivedRefusal('product');
  const changes = await changedColumns(ctx, before, input);
  const isNewPrice = input.price !== undefined && !isSamePrice(before.price, input.price);
  if (isNewPrice) await openPrice(ctx, input.id, input.price as PriceInput);
  if (Object.keys(changes).length > 0 || isNewPrice) await setProduct(ctx, input.id, changes);
  if (Object.keys(changes).length > 0) {
    await ctx.emit({
      type: 'product.updated',
      entity: 'product',
      entityId: input.id,
      data: { fields: Object.keys(changes) },
    });
  }
  return getProduct(ctx, input.id);
}

export async function archiveProduct(ctx: ActorContext, input: Versioned): Promise<void> {
  const before = await lockVersion(ctx, input);
  if (before.deletedAt) throw new AppError('not_found');
  await setProduct(ctx, input.id, { deleted_at: ctx.clock() });
  await ctx.emit({ type: 'product.archived', entity: 'product', entityId: input.id });
}

export async function restoreProduct(ctx: ActorContext, id: string): Promise<Product> {
  const before = await lockProduct(ctx, id);
  if (!before.deletedAt) return before;
  await setProduct(ctx, id, { deleted_at: null });
  await ctx.emit({ type: 'product.restored', entity: 'product', entityId: id });
  return getProduct(ctx, id);
}

/** Opens a price and closes the one before it in that currency. Deals keep the price they were made with. */
export async function addPrice(ctx: ActorContext, { id, validFrom, ...price }: PriceCreate): Promise<Product> {
  const product = await lockProduct(ctx, id);
  if (product.deletedAt) throw archivedRefusal('product');
  await openPrice(ctx, id, { ...price, ...(validFrom === undefined ? {} : { validFrom }) });
  return getProduct(ctx, id);
}

type NewPrice = PriceInput & { validFrom?: string };

async function openPrice(ctx: ActorContext, productId: string, price: NewPrice): Promise<void> {
  const { amount, cost } = minorOf(price);
  const from = price.validFrom ? sql<Date>`${price.validFrom}::timestamptz` : sql<Date>`clock_timestamp()`;
  const closedId = await closePrice(ctx, { productId, currency: price.currency, from });
  await ctx.db
    .insertInto('crm.product_prices')
    .values({
      product_id: productId,
      currency: price.currency,
      amount_minor: amount,
      cost_minor: cost,
      max_discount_percent: price.maxDiscountPercent,
      target_margin_percent: price.targetMarginPercent,
      // The instant at which the earlier one ends, exactly.
      valid_from: closedId
        ? sql<Date>`(select max(valid_to) from crm.product_prices where tenant_id = ${ctx.actor.tenantId} and id = ${closedId})`
        : from,
    })
    .execute();
  const data = { amount: price.amount, currency: price.currency, validFrom: price.validFrom ?? null };
  await ctx.emit({ type: 'product.price_changed', entity: 'product', entityId: productId, data });
}

type Closing = { productId: string; currency: string; from: RawBuilder<Date> };

/** Ends the open price of a currency, if there is one. Throws 422 when it begins later than its successor. */
async function closePrice(ctx: ActorContext, { productId, currency, from }: Closing): Promise<string | null> {
  const open = await ctx.db
    .selectFrom('crm.product_prices')
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('product_id', '=', productId)
    .where('currency', '=', currency)
    .where('valid_to', 'is', null)
    .select(['id', sql<boolean>`valid_from >= ${from}`.as('is_later')])
    .forUpdate()
    .executeTakeFirst();
  if (!open) return null;
  if (open.is_later) {
    throw new AppError('invalid', {
      reason: 'price_order',
      field: 'validFrom',
      detail: 'A price starts after the one before it',
    });
  }
  await ctx.db
    .updateTable('crm.product_prices')
    .set({ valid_to: from })
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', open.id)
    .execute();
  return open.id;
}

function minorOf({ amount, cost, currency }: PriceInput): { amount: bigint; cost: bigint | null } {
  const convert = (field: string, value: string): bigint => {
    try {
      return toMinor(value, currency);
    } catch (error) {
      throw new AppError('invalid', { field, detail: (error as Error).message, cause: error });
    }
  };
  return { amount: convert('price.amount', amount), cost: cost ? convert('price.cost', cost) : null };
}

function isSamePrice(current: Price | null, wanted: PriceInput): boolean {
  if (!current || current.currency !== wanted.currency) return false;
  const minor = minorOf(wanted);
  const currentMinor = minorOf({ ...current });
  return (
    minor.amount === currentMinor.amount &&
    minor.cost === currentMinor.cost &&
    current.maxDiscountPercent === (wanted.maxDiscountPercent ?? null) &&
    current.targetMarginPercent === (wanted.targetMarginPercent ?? null)
  );
}

async function changedColumns(
  ctx: ActorContext,
  before: Product,
  input: ProductUpdate,
): Promise<Updateable<Database['crm.products']>> {
  const given = input.customFields;
  const customFields =
    given && (await validateCustomFields(ctx, 'product', { given, current: before.customFields as CustomValues }));
  const wanted: [string, unknown, unknown][] = [
    ['sku', input.sku, before.sku],
    ['name', input.name, before.name],
    ['description', input.description, before.description],
    ['category', input.category, before.category],
    ['is_active', input.active, before.active],
    ['external_id', input.externalId, before.externalId],
    ['custom_fields', customFields && JSON.stringify(customFields), JSON.stringify(before.customFields)],
  ];
  return Object.fromEntries(
    wanted
      .filter(([, after, current]) => after !== undefined && after !== current)
      .map(([column, after]) => [column, after]),
  );
}

async function lockVersion(ctx: ActorContext, { id, expectedVersion }: Versioned): Promise<Product> {
  const before = await lockProduct(ctx, id);
  requireVersion(before, expectedVersion, () => before);
  return before;
}

async function setProduct(ctx: ActorContext, id: string, columns: Updateable<Database['crm.products']>): Promise<void> {
  // A new price alone moves the version too: the product as it is shown has changed.
  const changes = Object.keys(columns).length > 0 ? columns : { is_active: sql<boolean>`is_active` };
  await ctx.db
    .updateTable('crm.products')
    .set(changes)
    .where('tenant_id', '=', ctx.actor.tenantId)
    .where('id', '=', id)
    .execute();
}
