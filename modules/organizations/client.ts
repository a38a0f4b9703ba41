'use client';
import { useApi } from '@aura/api/client';
import type { organizationRouter } from './organization.router.ts';

export {
  type Organization,
  type OrganizationTree,
  organizationCreateInput,
  organizationUpdateInput,
} from './organization.schema.ts';

export function useOrganizationsApi() {
  return useApi<{ organizations: typeof organizationRouter }>().organizations;
}

export { OrganizationListScreen } from './ui/organization-list-screen.tsx';
export { organizationPath, organizationsPath } from './ui/organization-paths.ts';
export {
  OrganizationPicker,
  type OrganizationPickerProps,
  type PickedOrganization,
} from './ui/organization-picker.tsx';
export { OrganizationScreen, type OrganizationScreenProps } from './ui/organization-screen.tsx';
