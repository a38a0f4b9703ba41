import { column, defineExporter } from '@aura/exchange';
import { pickedIds } from '@aura/kernel';
import { listProducts } from './product.queries.ts';
import { type Product, productListInput } from './product.schema.ts';

export const productExporter = defineExporter({
  name: 'products',
  label: 'Products',
  permission: 'product:read',
  filter: productListInput.omit({ limit: true, cursor: true, sort: true }).extend({ ids: pickedIds }),
  customFields: 'product',
  columns: [
    column<Product>('sku', ({ sku }) => sku),
    column<Product>('name', ({ name }) => name),
    column<Product>('description', ({ description }) => description),
    column<Product>('category', ({ category }) => category),
    column<Product>('active', ({ active }) => active),
    column<Product>('price.amount', ({ price }) => price?.amount),
    column<Product>('price.currency', ({ price }) => price?.currency),
    column<Product>('price.cost', ({ price }) => price?.cost),
    column<Product>('externalId', ({ externalId }) => externalId),
  ],
  // In the order of making and not of names, which may change while it runs.
  read: (ctx, { filter, ...page }) => listProducts(ctx, { ...filter, ...page, sort: 'createdAt' }),
});
