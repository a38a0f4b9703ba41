import { defineArchivePart, linked, made, person, ref } from '@aura/exchange';

export const contactArchive = defineArchivePart({
  name: 'contacts',
  label: 'Contacts',
  table: 'crm.contacts',
  record: { type: 'contact', name: `concat_ws(' ', t.first_name, t.last_name)` },
  columns: [
    ...['first_name', 'last_name', 'email', 'phone', 'title', 'external_id'],
    ref('organization_id', 'organizations'),
    person('owner_id'),
    'escalated_at',
    person('escalated_by'),
    ref('merged_into_id', 'contacts'),
    'merged_count',
    'custom_fields',
    ...made,
    'deleted_at',
  ],
});

export const contactShareArchive = defineArchivePart({
  name: 'contactShares',
  label: 'Shared contacts',
  table: 'crm.contact_shares',
  key: ['contact_id', 'user_id'],
  columns: [ref('contact_id', 'contacts'), person('user_id'), ...made],
});

export const contactDistinctionArchive = defineArchivePart({
  name: 'contactDistinctions',
  label: 'Contacts that are not the same person',
  table: 'crm.contact_distinctions',
  isLater: true,
  key: ['contact_id', 'other_id'],
  columns: [ref('contact_id', 'contacts'), ref('other_id', 'contacts'), ...made],
});

export const contactMergeArchive = defineArchivePart({
  name: 'contactMerges',
  label: 'Merged contacts',
  table: 'crm.contact_merges',
  isLater: true,
  columns: [
    ref('winner_id', 'contacts'),
    ref('loser_id', 'contacts'),
    ...[linked('changes'), linked('links'), linked('loser')],
    ...made,
    'undone_at',
    person('undone_by'),
  ],
});
