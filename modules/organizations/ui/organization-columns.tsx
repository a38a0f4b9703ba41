'use client';

import { ownerEdit } from '@aura/members/client';
import { textEdit } from '@aura/ui/cell-editors';
import { CellText } from '@aura/ui/cell-text';
import type { Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';
import { organizationPath } from './organization-paths.ts';
import { OrganizationPicker } from './organization-picker.tsx';

type TextField = 'industry' | 'size' | 'location' | 'website' | 'externalId';

export const organizationColumns: readonly Column<Organization>[] = [
  {
    id: 'name',
    header: 'Name',
    isSortable: true,
    cell: ({ name }) => name,
    className: 'min-w-52 max-w-96',
    edit: { ...textEdit('name', { required: 'Enter the name of the organization' }), isLink: true },
  },
  text('industry', 'Industry'),
  text('location', 'Location'),
  {
    id: 'owner',
    header: 'Owner',
    cell: ({ ownerName }) => <CellText>{ownerName}</CellText>,
    className: 'max-w-48',
    edit: ownerEdit(),
  },
  {
    id: 'parent',
    header: 'Part of',
    cell: (organization) => <Parent organization={organization} />,
    className: 'max-w-52',
    edit: {
      kind: 'picked',
      isLink: true,
      picker: ({ id, parentId, parentName }, choose) => (
        <OrganizationPicker
          aria-label="Part of"
          exceptId={id}
          value={parentId ? { id: parentId, name: parentName ?? '…' } : null}
          onValueChange={(parent) => choose(parent?.id ?? null)}
        />
      ),
      patchOf: (parentId) => ({ parentId }),
    },
  },
  {
    id: 'createdAt',
    header: 'Added',
    isSortable: true,
    cell: ({ createdAt }) => <DateText value={createdAt} />,
    card: 'more',
  },
  {
    id: 'updatedAt',
    header: 'Changed',
    isSortable: true,
    isExtra: true,
    cell: ({ updatedAt }) => <DateText value={updatedAt} />,
  },
  { ...text('size', 'Size'), isExtra: true },
  { ...text('website', 'Website'), isExtra: true },
  { ...text('externalId', 'External id'), isExtra: true },
];

function text(field: TextField, header: string): Column<Organization> {
  return {
    id: field,
    header,
    cell: (organization) => <CellText>{organization[field]}</CellText>,
    className: 'max-w-52',
    edit: textEdit(field),
  };
}

function Parent({ organization: { parentId, parentName } }: { organization: Organization }): ReactNode {
  if (!parentId || !parentName) return <CellText>{null}</CellText>;
  return (
    <CellText>
      <Link href={organizationPath(parentId)} className="underline-offset-3 hover:underline">
        {parentName}
      </Link>
    </CellText>
  );
}
