import type { SearchProvider } from '@aura/search';
import { filterContacts } from './contact.queries.ts';
import { contactName } from './contact.ts';

export const contactSearchProvider: SearchProvider = {
  entity: 'contact',
  permission: 'contact:read',
  async find(ctx, { q, limit }) {
    const found = await filterContacts(ctx, { q });
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
      // The latest first: those are wanted more often, and of a common word's many matches they are found at once.
      .orderBy('contact.updated_at', 'desc')
      .orderBy('contact.id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      title: contactName({ firstName: row.first_name, lastName: row.last_name, email: row.email }),
      subtitle: [row.title, row.organization_name].filter(Boolean).join(' · ') || null,
    }));
  },
};
