import type { Column } from '@aura/ui/data-table';
import { DateText } from '@aura/ui/date-text';
import type { ReactNode } from 'react';
import type { Organization } from '../organization.schema.ts';

export const organizationColumns: readonly Column<Organization>[] = [
  { id: 'name', header: 'Name', isSortable: true, cell: ({ name }) => <Line>{name}</Line>, className: 'min-w-52 max-w-96' },
  { id: 'industry', header: 'Industry', cell: ({ industry }) => <Line>{industry}</Line>, className: 'max-w-48' },
  { id: 'location', header: 'Location', cell: ({ location }) => <Line>{location}</Line>, className: 'max-w-48' },
  { id: 'owner', header: 'Owner', cell: ({ ownerName }) => <Line>{ownerName}</Line>, className: 'max-w-44' },
  { id: 'parent', header: 'Part of', cell: ({ parentName }) => <Line>{parentName}</Line>, className: 'max-w-48' },
  { id: 'createdAt', header: 'Added', isSortable: true, cell: ({ createdAt }) => <DateText value={createdAt} />, card: 'more' },
];

/** One line in the table; on a card the whole text. */
function Line({ children }: { children: ReactNode }): ReactNode {
  return children ? (
    <span className="block min-w-0 @min-[40rem]:truncate" title={typeof children === 'string' ? children : undefined}>
      {children}
    </span>
  ) : (
    <span className="text-subtle">—</span>
  );
}
