'use client';

export {
  type Price,
  type Product,
  priceCreateInput,
  priceInput,
  productCreateInput,
  productUpdateInput,
} from './product.schema.ts';
export { ProductListScreen } from './ui/product-list-screen.tsx';
export { useProductsApi } from './ui/use-products-api.ts';
