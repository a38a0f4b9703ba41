import type { AccessProvider } from '@aura/access';
import { getProduct } from './product.queries.ts';

export const productAccess: AccessProvider = {
  entity: 'product',
  table: 'crm.products',
  permission: 'product:read',
  openTo: 'everyone',
  async facts(ctx, id) {
    const { name, sku, deletedAt } = await getProduct(ctx, id);
    const facts = [{ label: 'SKU', value: sku }];
    return { name, isArchived: deletedAt !== null, ownerId: null, openedTo: [], facts };
  },
};
