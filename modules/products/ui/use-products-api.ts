'use client';
import { useApi } from '@aura/api/client';
import type { productRouter } from '../product.router.ts';

export function useProductsApi() {
  return useApi<{ products: typeof productRouter }>();
}
