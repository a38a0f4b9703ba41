'use client';

import { inWords } from '@aura/api/record-edit';
import { OwnerChoice, ownerReason } from '@aura/members/client';
import type { TableEditing } from '@aura/ui/data-table';
import { archiveRow, RowMenu } from '@aura/ui/row-menu';
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
  const { id, name, ownerId, abilities } = organization;
  const api = useOrganizationsApi();
  const queries = useQueryClient();
  const archive = useMutation(api.archive.mutationOptions()).mutateAsync;
  const restore = useMutation(api.restore.mutationOptions()).mutateAsync;
  return (
    <RowMenu
      row={organization}
      href={organizationPath(id)}
      edit={{ disabledReason: organizationLock(organization), onSelect: onEdit }}
      assign={{
        disabledReason: ownerReason(organization),
        onSave: (owner) => save(organization, { ownerId: owner }, `Owner of ${name}`),
        children: (choose) => <OwnerChoice ownerId={ownerId} onChoose={choose} />,
      }}
      archive={{
        disabledReason: abilities.archive ? null : "Your role can't archive organizations",
        onArchive: () =>
          void archiveRow({
            name,
            archive: () => inWords(archive({ id })),
            restore: () => inWords(restore({ id })),
            onChanged: () => void queries.invalidateQueries(api.pathFilter()),
          }),
      }}
    />
  );
}
