'use client';

import type { TableState } from '@aura/api/list-state';
import type { CustomFieldsFilter } from '@aura/kernel';
import { Button } from '@aura/ui/button';
import type { Column } from '@aura/ui/data-table';
import { allChips } from '@aura/ui/filter-chips';
import { MenuItem } from '@aura/ui/menu';
import { Sheet } from '@aura/ui/sheet';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CustomFieldEntity, CustomValues } from '../custom-field.ts';
import { CustomFilterChips } from './custom-filter-chips.tsx';
import { CustomFilterFields } from './custom-filter-fields.tsx';
import { filterInAddress, readAddress } from './custom-place.ts';
import { useCustomFields } from './use-custom-fields.ts';
import { type TableColumns, useTableColumns } from './use-table-columns.tsx';

/** What the address says of custom fields; `useListState` gives it. */
export type CustomPlace = TableState & {
  fields: string | null;
  setFields: (text: string | null) => void;
  sort: string;
  defaultSort: string;
};

export type CustomList<Row> = TableColumns<Row> & {
  /** Do not ask before: it is not known yet which fields of the address there are. */
  isReady: boolean;
  /** To lay over the list's own input. */
  input: { sort: string; customFields?: CustomFieldsFilter };
  /** The same without the order: for exports and bulk changes. */
  filter: { customFields?: CustomFieldsFilter };
  /** An entry of the filter menu, and the panel that it opens; the panel stands outside of the menu. */
  menuItem: ReactNode;
  panel: ReactNode;
};

/** Custom fields of a list: its filter, sort and columns, kept in the address. */
export function useCustomList<Row extends { customFields: CustomValues }>(
  entity: CustomFieldEntity,
  { place, own }: { place: CustomPlace; own: readonly Column<Row>[] },
): CustomList<Row> {
  const { fields, isKnown, isFailed } = useCustomFields(entity);
  const [isOpen, setOpen] = useState(false);
  const { filter, ignored } = readAddress(fields, isKnown ? place.fields : null);
  const sortKey = /^-?customFields\.(.+)$/.exec(place.sort)?.[1];
  const canSort = sortKey === undefined || fields.some(({ key, type }) => key === sortKey && type !== 'multiselect');
  const setFilter = (next: CustomFieldsFilter): void => place.setFields(filterInAddress(next));
  const isSet = Object.keys(filter).length > 0;
  const inUse = [...Object.keys(filter), ...(sortKey ? [sortKey] : [])];
  const table = useTableColumns<Row>({ entity, own, inUse, place });
  const filterChips =
    isSet || ignored.length > 0 ? (
      <CustomFilterChips fields={fields} filter={filter} ignored={ignored} onFilterChange={setFilter} />
    ) : null;
  return {
    ...table,
    isReady: isKnown || isFailed || (place.fields === null && sortKey === undefined),
    input: { sort: canSort ? place.sort : place.defaultSort, ...(isSet ? { customFields: filter } : {}) },
    filter: isSet ? { customFields: filter } : {},
    chips: allChips(filterChips, table.chips),
    menuItem:
      fields.length > 0 ? (
        <MenuItem icon={<SlidersHorizontal aria-hidden />} onSelect={() => setOpen(true)}>
          Custom fields…
        </MenuItem>
      ) : null,
    panel: (
      <Sheet
        title="Custom fields"
        description="Filter by them. A column that you filter by shows in the table."
        open={isOpen}
        onOpenChange={setOpen}
        footer={
          <>
            <Button variant="ghost" onClick={() => place.setFields(null)}>
              Clear filters
            </Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Done
            </Button>
          </>
        }
      >
        <CustomFilterFields fields={fields} filter={filter} onFilterChange={setFilter} />
      </Sheet>
    ),
  };
}
