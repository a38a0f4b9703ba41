import { column, defineExporter } from '@aura/exchange';
import { pickedIds } from '@aura/kernel';
import { listOrganizations } from './organization.queries.ts';
import { type Organization, organizationListInput } from './organization.schema.ts';

export const organizationExporter = defineExporter({
  name: 'organizations',
  label: 'Organizations',
  permission: 'organization:read',
  filter: organizationListInput.omit({ limit: true, cursor: true, sort: true }).extend({ ids: pickedIds }),
  customFields: 'organization',
  columns: [
    column<Organization>('name', ({ name }) => name),
    column<Organization>('industry', ({ industry }) => industry),
    column<Organization>('size', ({ size }) => size),
    column<Organization>('location', ({ location }) => location),
    column<Organization>('website', ({ website }) => website),
    column<Organization>('parent.name', ({ parentName }) => parentName),
    column<Organization>('owner.name', ({ ownerName }) => ownerName),
    column<Organization>('externalId', ({ externalId }) => externalId),
  ],
  read: (ctx, { filter, ...page }) => listOrganizations(ctx, { ...filter, ...page }),
});
