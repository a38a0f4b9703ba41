import type { Organization } from '../organization.schema.ts';
import { nameOfOrganization } from './organization-name.tsx';

/** The fields' names in the interface. */
export const organizationLabels: Readonly<Record<string, string>> = {
  name: 'Name',
  industry: 'Industry',
  size: 'Size',
  location: 'Location',
  website: 'Website',
  parentId: 'Part of',
  ownerId: 'Owner',
  externalId: 'External id',
};

/** What the records are called whose ids an organization holds. */
export const organizationNames = { parentId: nameOfOrganization };

/** Why an organization cannot be changed; null: it can. */
export function organizationLock({
  abilities,
  deletedAt,
}: Pick<Organization, 'abilities' | 'deletedAt'>): string | null {
  if (abilities.update) return null;
  return deletedAt ? 'Restore the organization to change it' : 'You can view but not edit this organization';
}
