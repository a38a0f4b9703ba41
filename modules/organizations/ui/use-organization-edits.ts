import { type TableEdits, useTableEdits } from '@aura/members/client';
import { useMutation } from '@tanstack/react-query';
import type { Organization } from '../organization.schema.ts';
import { organizationLabels, organizationLock, organizationNames } from './organization-labels.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

/** Changing organizations in the cells of their list. */
export function useOrganizationEdits(labels: Readonly<Record<string, string>>): TableEdits<Organization> {
  const api = useOrganizationsApi();
  return useTableEdits<Organization>({
    update: useMutation(api.update.mutationOptions()).mutateAsync,
    lockedOf: organizationLock,
    listKey: api.list.queryKey(),
    shownBy: api.pathKey(),
    labels: { ...labels, ...organizationLabels },
    names: organizationNames,
  });
}
