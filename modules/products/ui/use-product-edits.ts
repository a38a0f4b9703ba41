import { type TableEdits, useTableEdits } from '@aura/members/client';
import { useMutation } from '@tanstack/react-query';
import type { Product } from '../product.schema.ts';
import { productLock } from './product-columns.tsx';
import { useProductsApi } from './use-products-api.ts';

const productLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  sku: 'SKU',
  category: 'Category',
  description: 'Description',
  active: 'For sale',
  externalId: 'External id',
  amount: 'Price',
  currency: 'Currency',
  cost: 'Cost',
  maxDiscountPercent: 'Discount limit',
  targetMarginPercent: 'Target margin',
};

/** Changing products in the cells of their list. */
export function useProductEdits(labels: Readonly<Record<string, string>>): TableEdits<Product> {
  const { products } = useProductsApi();
  return useTableEdits<Product>({
    update: useMutation(products.update.mutationOptions()).mutateAsync,
    lockedOf: productLock,
    listKey: products.list.queryKey(),
    shownBy: products.pathKey(),
    labels: { ...labels, ...productLabels },
  });
}
