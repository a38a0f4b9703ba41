'use client';
import { useApi } from '@aura/api/client';
import type { organizationRouter } from '../organization.router.ts';

export function useOrganizationsApi() {
  return useApi<{ organizations: typeof organizationRouter }>().organizations;
}
