import type { SearchHit, SearchProvider } from '@aura/search';
import { filterOrganizations, listOrganizations } from './organization.queries.ts';

const COLUMNS = ['organization.id', 'organization.name', 'organization.industry', 'organization.location'] as const;

export const organizationSearchProvider: SearchProvider = {
  entity: 'organization',
  permission: 'organization:read',
  async find(ctx, { q, limit }) {
    const rows = await (await filterOrganizations(ctx, { q }))
      .select(COLUMNS)
      .orderBy('organization.name_norm')
      .orderBy('organization.id')
      .limit(limit)
      .execute();
    return rows.map(hitOf);
  },
  async page(ctx, query) {
    const page = await listOrganizations(ctx, { ...query, sort: 'name', deleted: false });
    return { ...page, items: page.items.map(hitOf) };
  },
  async named(ctx, ids) {
    const found = await filterOrganizations(ctx, {});
    const rows = await found.where('organization.id', 'in', ids).select(COLUMNS).execute();
    return rows.map(hitOf);
  },
};

type Named = { id: string; name: string; industry: string | null; location: string | null };

function hitOf({ id, name, industry, location }: Named): SearchHit {
  return { id, title: name, subtitle: [industry, location].filter(Boolean).join(' · ') || null };
}
