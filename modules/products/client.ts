'use client';
import { useApi } from '@aura/api/client';
import type { productRouter } from './product.router.ts';

export {
  type Price,
  priceCreateInput,
  priceInput,
  type Product,
  productCreateInput,
  productUpdateInput,
} from './product.schema.ts';

export function useProductsApi() {
  return useApi<{ products: typeof productRouter }>();
}
