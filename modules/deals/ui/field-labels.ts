import { nameOfContact } from '@aura/contacts/client';
import { nameOfOrganization } from '@aura/organizations/client';

/** What deal fields are called in the interface, by their JSON names. */
export const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Title',
  amount: 'Value',
  currency: 'Currency',
  closeDate: 'Close date',
  probability: 'Probability',
  organizationId: 'Organization',
  contactIds: 'Contact',
  contacts: 'Contacts',
  collaboratorIds: 'Team',
  ownerId: 'Owner',
  notes: 'Notes',
  nextStep: 'Next step',
  nextStepOn: 'Next step due',
  lostReason: 'Lost reason',
  items: 'Line items',
  stageId: 'Stage',
};

/** What the records are called whose ids a deal holds. */
export const fieldNames = {
  organizationId: nameOfOrganization,
  contactIds: nameOfContact,
  contacts: nameOfContact,
};
