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
