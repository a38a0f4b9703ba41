import { type ActorContext, listPage, noteMiss } from '@aura/api';
import { customOrder, matchCustomFields } from '@aura/custom-fields';
import { sql } from '@aura/db';
import { AppError, type Page, type Picked, type RecordRow, recordOf } from '@aura/kernel';
import { matchRecords } from '@aura/search';
import { type PriceRow, toPrice } from './price.ts';
import { productAbilities } from './product.permissions.ts';
import type { Product, ProductFilter, ProductList } from './product.schema.ts';

const COLUMNS = [
  'product.id',
  'product.version',
  'product.created_at',
  'product.updated_at',
  'product.created_by',
  'product.updated_by',
  'product.sku',
  'product.name',
  'product.description',
  'product.category',
  'product.is_active',
  'product.custom_fields',
  'product.external_id',
  'product.deleted_at',
] as const;

const SORTS = {
  name: { column: 'product.name_norm', type: 'text' },
  sku: { column: 'product.sku_norm', type: 'text' },
  createdAt: { column: 'product.created_at', type: 'timestamptz' },
  updatedAt: { column: 'product.updated_at', type: 'timestamptz' },
} as const;

export type ProductRow = RecordRow & {
  sku: string;
  name: string;
  description: string | null;
  category: string | null;
  is_active: boolean;
  custom_fields: unknown;
  external_id: string | null;
  deleted_at: Date | null;
  price: PriceRow | null;
};

type Rows = ReturnType<typeof productRows>;

const LISTED = { entity: 'product', id: 'product.id' } as const;

export function productRows(ctx: ActorContext) {
  return ctx.db.selectFrom('crm.products as product').where('product.tenant_id', '=', ctx.actor.tenantId);
}

/** The price that holds now: in `currency` where there is one, else in any. */
function withPrice(rows: Rows, currency: string) {
  return rows.select(COLUMNS).select(
    sql<PriceRow | null>`(
      select to_jsonb(p) from crm.product_prices p
       where p.tenant_id = product.tenant_id and p.product_id = product.id
         and p.valid_from <= statement_timestamp() and (p.valid_to is null or p.valid_to > statement_timestamp())
       order by (p.currency = ${currency}) desc, p.currency limit 1)`.as('price'),
  );
}

/** What a list shows and a bulk change changes: the same rows by the same filter. */
export async function filterProducts(
  ctx: ActorContext,
  { deleted = false, ...filter }: ProductFilter & Picked & { deleted?: boolean },
): Promise<Rows> {
  let rows = productRows(ctx).where('product.deleted_at', deleted ? 'is not' : 'is', null);
  if (filter.category) rows = rows.where('product.category', '=', filter.category);
  if (filter.ids) rows = rows.where('product.id', 'in', filter.ids);
  if (filter.active !== undefined) rows = rows.where('product.is_active', '=', filter.active);
  const custom = await matchCustomFields(ctx, { ...LISTED, isArchived: deleted }, filter.customFields);
  if (custom) rows = rows.where(custom.where);
  return filter.q ? rows.where(await matchRecords(ctx, { ...LISTED, q: filter.q })) : rows;
}

export async function listProducts(ctx: ActorContext, input: ProductList & Picked): Promise<Page<Product>> {
  const rows = await filterProducts(ctx, input);
  return listPage<ProductRow, Product>(ctx, {
    list: 'products.list',
    rows,
    select: (page: Rows) => withPrice(page, input.currency ?? ctx.tenant.currency),
    sorts: SORTS,
    order: await customOrder(
      ctx,
      { ...LISTED, isArchived: input.deleted },
      { sort: input.sort, filter: input.customFields, parts: [rows] },
    ),
    defaultSort: 'name',
    id: 'product.id',
    input,
    toItem: (row) => toProduct(ctx, row),
  });
}

/** Archived ones too: they can be looked at and restored. Throws not_found. */
export async function getProduct(ctx: ActorContext, id: string): Promise<Product> {
  const row = await withPrice(productRows(ctx), ctx.tenant.currency).where('product.id', '=', id).executeTakeFirst();
  return row ? toProduct(ctx, row) : missProduct(ctx, id);
}

/** The row, held until the transaction ends. Throws not_found. */
export async function lockProduct(ctx: ActorContext, id: string): Promise<Product> {
  const row = await productRows(ctx).where('product.id', '=', id).select('product.id').forUpdate().executeTakeFirst();
  return row ? getProduct(ctx, id) : missProduct(ctx, id);
}

async function missProduct(ctx: ActorContext, id: string): Promise<never> {
  await noteMiss(ctx, 'product', id);
  throw new AppError('not_found');
}

/** Live products by name or SKU as a person would type it, for links of imports. Two with one name: the elder. */
export async function findProductIds(ctx: ActorContext, names: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select distinct on (wanted.name) wanted.name, p.id
      from unnest(${names}::text[]) as wanted (name)
      join crm.products p on p.tenant_id = ${ctx.actor.tenantId} and p.deleted_at is null
       and (p.sku_norm = lower(wanted.name) or p.name_norm = search.fold(wanted.name))
     order by wanted.name, (p.sku_norm = lower(wanted.name)) desc, p.created_at, p.id`.execute(ctx.db);
  return new Map(rows.map((row) => [row.name, row.id]));
}

function toProduct(ctx: ActorContext, row: ProductRow): Product {
  return {
    ...recordOf(row),
    sku: row.sku,
    name: row.name,
    description: row.description,
    category: row.category,
    active: row.is_active,
    customFields: row.custom_fields as Record<string, unknown>,
    externalId: row.external_id,
    price: row.price && toPrice(row.price),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    abilities: productAbilities(ctx.actor, row),
  };
}
