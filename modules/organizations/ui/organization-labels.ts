/** The fields' names in the interface. */
export const organizationLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  industry: 'Industry',
  size: 'Size',
  location: 'Location',
  website: 'Website',
  parentId: 'Part of',
  ownerId: 'Owner',
};
