import { defineImporter, externalIdField, ownerLink } from '@aura/exchange';

export const organizationImporter = defineImporter({
  entity: 'organizations',
  record: 'organization',
  label: 'Organizations',
  permission: 'organization:create',
  table: 'crm.organizations',
  isLive: 't.deleted_at is null',
  fields: [
    {
      ...{ target: 'name', label: 'Name', type: 'text', column: 'name', isRequired: true, max: 200 },
      headers: ['account', 'account name', 'company', 'company name', 'organization', 'organisation', 'organization name', 'customer', 'customer name', 'client'],
    },
    externalIdField('id', 'account id', 'company id', 'organization id', 'organisation id', 'customer id', 'record id'),
    { target: 'industry', label: 'Industry', type: 'text', column: 'industry', max: 100, headers: ['sector', 'vertical', 'branch', 'line of business'] },
    { target: 'size', label: 'Size', type: 'text', column: 'size', max: 50, headers: ['employees', 'number of employees', 'employee count', 'headcount', 'company size'] },
    { target: 'location', label: 'Location', type: 'text', column: 'location', max: 200, headers: ['office location', 'office', 'headquarters', 'hq', 'address', 'city', 'country', 'region'] },
    { target: 'website', label: 'Website', type: 'url', column: 'website', max: 300, headers: ['web site', 'url', 'web', 'homepage', 'domain', 'company domain name'] },
  ],
  links: [
    {
      ...{ name: 'parent', label: 'Parent organization', to: 'organizations', by: ['externalId', 'name'], column: 'parent_id', isLate: true },
      headers: { externalId: ['parent id', 'parent account id', 'parent company id'], name: ['subsidiary of', 'parent', 'parent company', 'parent account', 'parent organization', 'parent organisation', 'belongs to'] },
    },
    ownerLink,
  ],
  keys: { externalId: { column: 't.external_id' }, name: { column: 't.name_norm', fold: 'search.fold' } },
  matchOn: ['externalId', 'name'],
  ownerColumn: 'owner_id',
  hasCustomFields: true,
  fromKey: (key, text): Record<string, string> => (key === 'externalId' ? { name: text, externalId: text } : { name: text }),
});
