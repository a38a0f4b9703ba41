import type { ActorContext } from '@aura/api';
import type { SearchHit, SearchProvider } from '@aura/search';
import { filterContacts, listContacts } from './contact.queries.ts';
import { contactName } from './contact.ts';

type Found = Awaited<ReturnType<typeof filterContacts>>;

export const contactSearchProvider: SearchProvider = {
  entity: 'contact',
  permission: 'contact:read',
  async find(ctx, { q, limit }) {
    // The latest first: those are wanted more often, and of a common word's many matches they are found at once.
    const found = (await filterContacts(ctx, { q }))
      .orderBy('contact.updated_at', 'desc')
      .orderBy('contact.id', 'desc');
    return readHits(found.limit(limit));
  },
  async page(ctx, query) {
    const page = await listContacts(ctx, { ...query, sort: '-updatedAt', deleted: false });
    return {
      ...page,
      items: page.items.map(({ id, name, title, organizationName }) => ({
        id,
        title: name,
        subtitle: subtitleOf(title, organizationName),
      })),
    };
  },
  named: async (ctx, ids) => readHits(await withIds(ctx, ids)),
};

async function withIds(ctx: ActorContext, ids: readonly string[]): Promise<Found> {
  return (await filterContacts(ctx, {})).where('contact.id', 'in', ids);
}

async function readHits(found: Found): Promise<SearchHit[]> {
  const rows = await found
    .leftJoin('crm.organizations as organization', (join) =>
      join
        .onRef('organization.tenant_id', '=', 'contact.tenant_id')
        .onRef('organization.id', '=', 'contact.organization_id'),
    )
    .select([
      'contact.id',
      'contact.first_name',
      'contact.last_name',
      'contact.email',
      'contact.title',
      'organization.name as organization_name',
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: contactName({ firstName: row.first_name, lastName: row.last_name, email: row.email }),
    subtitle: subtitleOf(row.title, row.organization_name),
  }));
}

const subtitleOf = (...parts: (string | null)[]): string | null => parts.filter(Boolean).join(' · ') || null;
