/** The fields' names in the interface. */
export const contactLabels: Readonly<Record<string, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  title: 'Title',
  organizationId: 'Organization',
  ownerId: 'Owner',
};
