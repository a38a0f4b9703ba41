import { defineArchivePart, made, money, ref } from '@aura/exchange';

export const productArchive = defineArchivePart({
  name: 'products',
  label: 'Products',
  table: 'crm.products',
  record: { type: 'product', name: 't.name' },
  columns: [
    ...['sku', 'name', 'description', 'category', 'is_active', 'external_id', 'custom_fields'],
    ...made,
    'deleted_at',
  ],
});

/** Every price that a product had, has and will have. */
export const productPriceArchive = defineArchivePart({
  name: 'productPrices',
  label: 'Prices',
  table: 'crm.product_prices',
  columns: [
    ref('product_id', 'products'),
    'currency',
    money('amount_minor', 't.currency'),
    money('cost_minor', 't.currency'),
    ...['max_discount_percent', 'target_margin_percent', 'valid_from', 'valid_to'],
    ...made,
  ],
});
