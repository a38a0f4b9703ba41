import type { FirstQuestion } from '@aura/api';

/** What the list of contacts asks as it opens without anything in its address. */
export const contactsFirstLook: readonly FirstQuestion[] = [
  { procedure: 'contacts.list', input: { limit: 25, sort: '-createdAt', deleted: false } },
  { procedure: 'customFields.ofEntity', input: { entity: 'contact' } },
  { procedure: 'savedViews.ofEntity', input: { entity: 'contact' } },
  { procedure: 'members.names' },
];
