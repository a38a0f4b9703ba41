import { nameOfOrganization } from '@aura/organizations/client';
import type { Contact } from '../contact.schema.ts';

/** The fields' names in the interface. */
export const contactLabels: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  title: 'Title',
  organizationId: 'Organization',
  ownerId: 'Owner',
  externalId: 'External id',
};

/** What the records are called whose ids a contact holds. */
export const contactNames = { organizationId: nameOfOrganization };

/** Why a contact cannot be changed; null: it can. */
export function contactLock({ abilities, deletedAt }: Pick<Contact, 'abilities' | 'deletedAt'>): string | null {
  if (abilities.update) return null;
  return deletedAt ? 'Restore the contact to change it' : 'You can view but not edit this contact';
}
