import type { SearchHit, SearchProvider } from '@aura/search';
import { listDeals, withNames } from './deal.queries.ts';
import { filterDeals } from './deal-filter.queries.ts';

export const dealSearchProvider: SearchProvider = {
  entity: 'deal',
  permission: 'deal:read',
  async find(ctx, { q, limit }) {
    const rows = await withNames(await filterDeals(ctx, { q }))
      .orderBy('deal.updated_at', 'desc')
      .orderBy('deal.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => hitOf(row.id, row.name, [row.organization_name, row.stage_name]));
  },
  async page(ctx, query) {
    const page = await listDeals(ctx, { ...query, sort: '-updatedAt', deleted: false });
    return {
      ...page,
      items: page.items.map((deal) => hitOf(deal.id, deal.name, [deal.organizationName, deal.stageName])),
    };
  },
  async named(ctx, ids) {
    const found = await filterDeals(ctx, {});
    const rows = await withNames(found.where('deal.id', 'in', ids)).execute();
    return rows.map((row) => hitOf(row.id, row.name, [row.organization_name, row.stage_name]));
  },
};

const hitOf = (id: string, title: string, about: (string | null)[]): SearchHit => ({
  id,
  title,
  subtitle: about.filter(Boolean).join(' · ') || null,
});
