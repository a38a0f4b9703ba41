import { column, defineExporter } from '@aura/exchange';
import { pickedIds } from '@aura/kernel';
import { listContacts } from './contact.queries.ts';
import { type Contact, contactListInput } from './contact.schema.ts';

export const contactExporter = defineExporter({
  name: 'contacts',
  label: 'Contacts',
  permission: 'contact:read',
  filter: contactListInput.omit({ limit: true, cursor: true, sort: true }).extend({ ids: pickedIds }),
  customFields: 'contact',
  columns: [
    column<Contact>('firstName', ({ firstName }) => firstName),
    column<Contact>('lastName', ({ lastName }) => lastName),
    column<Contact>('email', ({ email }) => email),
    column<Contact>('phone', ({ phone }) => phone),
    column<Contact>('title', ({ title }) => title),
    column<Contact>('organization.name', ({ organizationName }) => organizationName),
    column<Contact>('owner.name', ({ ownerName }) => ownerName),
    column<Contact>('externalId', ({ externalId }) => externalId),
  ],
  read: (ctx, { filter, ...page }) => listContacts(ctx, { ...filter, ...page }),
});
