import { defineImporter, externalIdField, field, link, ownerLink } from '@aura/exchange';

export const organizationImporter = defineImporter({
  entity: 'organizations',
  record: 'organization',
  label: 'Organizations',
  permission: 'organization:create',
  table: 'crm.organizations',
  isLive: 't.deleted_at is null',
  fields: [
    field(
      'name',
      { label: 'Name', column: 'name', isRequired: true, max: 200 },
      'account, account name, company, company name, organization, organisation, organization name, customer, customer name, client',
    ),
    externalIdField('id, account id, company id, organization id, organisation id, customer id, record id'),
    field(
      'industry',
      { label: 'Industry', column: 'industry', max: 100 },
      'sector, vertical, branch, line of business',
    ),
    field(
      'size',
      { label: 'Size', column: 'size', max: 50 },
      'employees, number of employees, employee count, headcount, company size',
    ),
    field(
      'location',
      { label: 'Location', column: 'location', max: 200 },
      'office location, office, headquarters, hq, address, city, billing city, country, billing country, region, country region',
    ),
    field(
      'website',
      { label: 'Website', type: 'url', column: 'website', max: 300 },
      'web site, website url, url, web, homepage, domain, company domain name',
    ),
  ],
  links: [
    link(
      { name: 'parent', label: 'Parent organization', to: 'organizations', column: 'parent_id', isLate: true },
      {
        externalId: 'parent id, parent account id, parent company id',
        name: 'subsidiary of, parent, parent company, parent account, parent organization, parent organisation, belongs to',
      },
    ),
    ownerLink,
  ],
  keys: { externalId: { column: 't.external_id' }, name: { column: 't.name_norm', fold: 'search.fold' } },
  matchOn: ['externalId', 'name'],
  ownerColumn: 'owner_id',
  hasCustomFields: true,
  fromKey: (key, text): Record<string, string> =>
    key === 'externalId' ? { name: text, externalId: text } : { name: text },
});
