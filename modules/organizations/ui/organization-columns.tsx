import { CellText } from '@aura/ui/cell-text';
import type { Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import type { Organization } from '../organization.schema.ts';

export const organizationColumns: readonly Column<Organization>[] = [
  { id: 'name', header: 'Name', isSortable: true, cell: ({ name }) => name, className: 'min-w-52 max-w-96' },
  {
    id: 'industry',
    header: 'Industry',
    cell: ({ industry }) => <CellText>{industry}</CellText>,
    className: 'max-w-48',
  },
  {
    id: 'location',
    header: 'Location',
    cell: ({ location }) => <CellText>{location}</CellText>,
    className: 'max-w-48',
  },
  { id: 'owner', header: 'Owner', cell: ({ ownerName }) => <CellText>{ownerName}</CellText>, className: 'max-w-44' },
  {
    id: 'parent',
    header: 'Part of',
    cell: ({ parentName }) => <CellText>{parentName}</CellText>,
    className: 'max-w-48',
  },
  {
    id: 'createdAt',
    header: 'Added',
    isSortable: true,
    cell: ({ createdAt }) => <DateText value={createdAt} />,
    card: 'more',
  },
];
