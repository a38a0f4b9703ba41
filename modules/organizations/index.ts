export { organizationAccess } from './organization.access.ts';
export {
  findOrganizationIds,
  getOrganization,
  listOrganizationsBelow,
  readOrganizationTree,
} from './organization.queries.ts';
export {
  type Organization,
  type OrganizationCreate,
  organizationCreateInput,
  organizationUpdateInput,
} from './organization.schema.ts';
export { organizationSearchProvider } from './organization.search.ts';
export {
  archiveOrganization,
  createOrganization,
  reassignOrganizations,
  requireLiveOrganization,
  restoreOrganization,
  updateOrganization,
} from './organization.service.ts';
export type { TreeNode, TreeRow } from './organization.ts';
export { organizationNotificationProvider } from './organization-notification.queries.ts';
