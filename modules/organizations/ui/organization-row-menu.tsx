'use client';

import { OwnedRowMenu } from '@aura/members/client';
import type { TableEditing } from '@aura/ui/data-table';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { organizationLock } from './organization-labels.ts';
import { organizationPath } from './organization-paths.ts';
import { useOrganizationsApi } from './use-organizations-api.ts';

type OrganizationRowMenuProps = {
  organization: Organization;
  save: TableEditing<Organization>['save'];
  onEdit: () => void;
};

/** What can be done with an organization from its row. */
export function OrganizationRowMenu({ organization, save, onEdit }: OrganizationRowMenuProps): ReactNode {
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (
    <OwnedRowMenu
      row={organization}
      href={organizationPath(organization.id)}
      lock={organizationLock(organization)}
      plural="organizations"
      save={save}
      onEdit={onEdit}
      calls={{ archive, restore }}
      onChanged={() => void queries.invalidateQueries(api.pathFilter())}
    />
  );
}
