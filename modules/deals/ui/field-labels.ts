/** What deal fields are called in the interface, by their JSON names. */
export const fieldLabels: Readonly<Record<string, string>> = {
  name: 'Title',
  amount: 'Value',
  currency: 'Currency',
  closeDate: 'Close date',
  probability: 'Probability',
  organizationId: 'Organization',
  contactIds: 'Contact',
  ownerId: 'Owner',
  notes: 'Notes',
  nextStep: 'Next step',
  nextStepOn: 'Next step due',
  lostReason: 'Lost reason',
  items: 'Line items',
  stageId: 'Stage',
};
