'use client';
import { useApi } from '@aura/api/client';
import type { productRouter } from './product.router.ts';

export {
  type Price,
  type Product,
  priceCreateInput,
  priceInput,
  productCreateInput,
  productUpdateInput,
} from './product.schema.ts';

export function useProductsApi() {
  return useApi<{ products: typeof productRouter }>();
}

export { ProductListScreen } from './ui/product-list-screen.tsx';
