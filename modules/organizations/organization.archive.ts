import { defineArchivePart, made, person, ref } from '@aura/exchange';

export const organizationArchive = defineArchivePart({
  name: 'organizations',
  label: 'Organizations',
  table: 'crm.organizations',
  record: { type: 'organization', name: 't.name' },
  columns: [
    ...['name', 'industry', 'size', 'location', 'website', 'external_id'],
    ref('parent_id', 'organizations'),
    person('owner_id'),
    'custom_fields',
    ...made,
    'deleted_at',
  ],
});
