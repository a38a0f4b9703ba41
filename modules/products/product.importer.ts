import {
  type Before,
  defineImporter,
  externalIdField,
  field,
  type ImportRow,
  type ImportScope,
  insertRecords,
  type RowProblem,
  updateRecords,
} from '@aura/exchange';
import { AppError, currencySchema, toMinor } from '@aura/kernel';
import { getProduct } from './product.queries.ts';
import type { Price } from './product.schema.ts';
import { updateProduct } from './product.service.ts';
import { importPrices, restorePrices } from './product-import.service.ts';

export const productImporter = defineImporter({
  entity: 'products',
  record: 'product',
  label: 'Products',
  permission: 'product:create',
  table: 'crm.products',
  isLive: 't.deleted_at is null',
  fields: [
    field(
      'sku',
      { label: 'SKU', column: 'sku', isRequired: true, max: 64 },
      'product code, code, article number, item number, part number, item code',
    ),
    field(
      'name',
      { label: 'Name', column: 'name', isRequired: true, max: 200 },
      'product, product name, item, item name, article, title',
    ),
    field(
      'description',
      { label: 'Description', column: 'description', max: 5_000 },
      'product description, details, notes',
    ),
    field(
      'category',
      { label: 'Category', column: 'category', max: 100 },
      'series, product family, family, product line, group, product type, type',
    ),
    field(
      'active',
      { label: 'Active', type: 'boolean', column: 'is_active', fallback: true },
      'is active, enabled, available',
    ),
    field(
      'price.amount',
      { label: 'Price', type: 'number', min: 0 },
      'sales price, price, list price, unit price, msrp, retail price',
    ),
    field('price.currency', { label: 'Currency', max: 3 }, 'currency, currency code, price currency'),
    field(
      'price.cost',
      { label: 'Cost', type: 'number', min: 0 },
      'cost, unit cost, cost per unit, cost price, purchase price',
    ),
    externalIdField('id, product id, record id'),
  ],
  links: [],
  keys: {
    externalId: { column: 't.external_id' },
    sku: { column: 't.sku_norm', fold: 'lower' },
    name: { column: 't.name_norm', fold: 'lower' },
  },
  matchOn: ['externalId', 'sku', 'name'],
  templates: { sku: '{name}' },
  hasCustomFields: true,
  fromKey: (key, text): Record<string, string> => {
    const named = { name: text, sku: text.slice(0, 64) };
    return key === 'externalId' ? { ...named, externalId: text } : named;
  },
  prepare: async (scope, rows) => rows.flatMap((row) => priceProblems(scope, row)),
  insert: async (scope, rows) => {
    await insertRecords(productImporter, scope, rows);
    const priced = rows.flatMap((row) => priceOf(scope, row).map((price) => ({ productId: row.id, ...price })));
    await importPrices(scope.ctx, priced);
  },
  update: async (scope, rows) => {
    const changed = new Map(
      (await updateRecords(productImporter, scope, rows)).map((change) => [change.id, change.before]),
    );
    for (const row of rows) {
      const before = await changePrice(scope, row);
      if (before) changed.set(row.id, { ...changed.get(row.id), ...before });
    }
    return [...changed].map(([id, before]) => ({ id, before }));
  },
  restore: restorePrices,
});

type ImportedPrice = { amount: string; cost: string | null; currency: string };

function priceOf({ ctx }: ImportScope, { values }: ImportRow): ImportedPrice[] {
  if (values['price.amount'] === undefined) return [];
  const cost = values['price.cost'];
  return [
    {
      amount: String(values['price.amount']),
      cost: cost === undefined ? null : String(cost),
      currency: String(values['price.currency'] ?? ctx.tenant.currency).toUpperCase(),
    },
  ];
}

function priceProblems(scope: ImportScope, row: ImportRow): RowProblem[] {
  return priceOf(scope, row).flatMap(({ amount, cost, currency }) => {
    const at = (path: string, message: string): RowProblem[] => [
      { line: row.line, path, code: 'invalid_price', message },
    ];
    if (!currencySchema.safeParse(currency).success)
      return at('price.currency', 'Enter a currency as three letters, for example USD');
    for (const [path, text] of [
      ['price.amount', amount],
      ['price.cost', cost],
    ] as const) {
      try {
        if (text !== null) toMinor(text, currency);
      } catch (error) {
        return at(path, (error as Error).message);
      }
    }
    return [];
  });
}

/** A new price closes the one before it; resolves to that one, or null when nothing differs. */
async function changePrice(scope: ImportScope, row: ImportRow): Promise<Before | null> {
  const [wanted] = priceOf(scope, row);
  if (!wanted) return null;
  const { price } = await getProduct(scope.ctx, row.id);
  if (price && price.currency !== wanted.currency) throw otherCurrency(price.currency);
  const next = nextPrice(price, wanted);
  if (price && sameAmount(price, next) && sameCost(price.cost, next)) return null;
  const { price: opened } = await updateProduct(scope.ctx, { id: row.id, price: next });
  return { closedPriceId: price?.id ?? null, openedPriceId: opened?.id };
}

/** What the file does not say stays as it was. */
function nextPrice(price: Price | null, wanted: ImportedPrice) {
  const { maxDiscountPercent = null, targetMarginPercent = null } = price ?? {};
  return { ...wanted, cost: wanted.cost ?? price?.cost ?? null, maxDiscountPercent, targetMarginPercent };
}

function otherCurrency(currency: string): AppError {
  return new AppError('invalid', {
    reason: 'other_currency',
    field: 'price.currency',
    detail: `This product is priced in ${currency}`,
  });
}

function sameAmount(price: Price, next: ImportedPrice): boolean {
  return toMinor(price.amount, next.currency) === toMinor(next.amount, next.currency);
}

function sameCost(cost: string | null, next: { cost: string | null; currency: string }): boolean {
  return cost === null || next.cost === null
    ? cost === next.cost
    : toMinor(cost, next.currency) === toMinor(next.cost, next.currency);
}
