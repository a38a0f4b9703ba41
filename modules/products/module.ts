import { defineModule } from '@aura/kernel';
import { productArchive, productPriceArchive } from './product.archive.ts';
import { productEditor } from './product.bulk-editor.ts';
import { productExporter } from './product.exporter.ts';
import { productImporter } from './product.importer.ts';
import { productPermissions } from './product.permissions.ts';
import { productRouter } from './product.router.ts';

export const productsModule = defineModule({
  id: 'products',
  dependsOn: [],
  permissions: productPermissions,
  routers: { products: productRouter },
  importers: [productImporter],
  exporters: [productExporter],
  archives: [productArchive, productPriceArchive],
  bulkEditors: [productEditor],
  navigation: [{ href: '/products', label: 'Products', icon: 'package', permission: 'product:read', order: 50 }],
  constraints: {
    products_sku_key: {
      code: 'conflict',
      reason: 'duplicate_sku',
      field: 'sku',
      detail: 'A product with this SKU exists already.',
    },
    products_external_id_key: {
      code: 'conflict',
      reason: 'duplicate_external_id',
      field: 'externalId',
      detail: 'A product with this external id exists already.',
    },
    product_prices_open_key: {
      code: 'conflict',
      reason: 'busy',
      detail: 'Someone else is changing this price right now. Try again.',
    },
  },
});
