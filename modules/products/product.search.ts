import { matchRecords, type SearchHit, type SearchProvider } from '@aura/search';
import { listProducts, productRows } from './product.queries.ts';

const COLUMNS = ['product.id', 'product.name', 'product.sku'] as const;

export const productSearchProvider: SearchProvider = {
  entity: 'product',
  permission: 'product:read',
  async find(ctx, { q, limit }) {
    const rows = await productRows(ctx)
      .where('product.deleted_at', 'is', null)
      .where(await matchRecords(ctx, { entity: 'product', id: 'product.id', q }))
      .select(COLUMNS)
      .orderBy('product.name_norm')
      .orderBy('product.id')
      .limit(limit)
      .execute();
    return rows.map(hitOf);
  },
  async page(ctx, query) {
    const page = await listProducts(ctx, { ...query, sort: 'name', deleted: false });
    return { ...page, items: page.items.map(hitOf) };
  },
  async named(ctx, ids) {
    const rows = await productRows(ctx)
      .where('product.deleted_at', 'is', null)
      .where('product.id', 'in', ids)
      .select(COLUMNS)
      .execute();
    return rows.map(hitOf);
  },
};

const hitOf = ({ id, name, sku }: { id: string; name: string; sku: string }): SearchHit => ({
  id,
  title: name,
  subtitle: sku,
});
