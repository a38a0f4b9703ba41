export { productAccess } from './product.access.ts';
export { findProductIds, getProduct, listProducts } from './product.queries.ts';
export {
  type Price,
  type Product,
  type ProductCreate,
  productCreateInput,
  productUpdateInput,
} from './product.schema.ts';
export { productSearchProvider } from './product.search.ts';
export { addPrice, archiveProduct, createProduct, restoreProduct, updateProduct } from './product.service.ts';
