'use client';

export {
  type Organization,
  organizationCreateInput,
  organizationUpdateInput,
} from './organization.schema.ts';
export { OrganizationControl } from './ui/organization-control.tsx';
export { OrganizationListScreen } from './ui/organization-list-screen.tsx';
export { nameOfOrganization } from './ui/organization-name.tsx';
export { organizationPath, organizationsPath } from './ui/organization-paths.ts';
export {
  OrganizationPicker,
  type OrganizationPickerProps,
  type PickedOrganization,
} from './ui/organization-picker.tsx';
export { OrganizationScreen, type OrganizationScreenProps } from './ui/organization-screen.tsx';
export { useOrganizationsApi } from './ui/use-organizations-api.ts';
