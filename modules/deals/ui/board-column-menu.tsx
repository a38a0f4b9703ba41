'use client';

import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuRadioGroup, MenuRadioItem, MenuSeparator } from '@aura/ui/menu';
import { Ellipsis, FoldHorizontal, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BoardSort } from './card-order.ts';
import { cardOrders } from './deals-toolbar.tsx';

/** The order of cards, the same in all columns. */
export type ColumnSort = { sort: BoardSort; onSort: (sort: BoardSort) => void };

type ColumnMenuProps = ColumnSort & {
  stage: { name: string };
  onAdd?: (() => void) | undefined;
  onCollapse: () => void;
};

/** What can be done with a column. */
export function ColumnMenu({ stage, sort, onSort, onAdd, onCollapse }: ColumnMenuProps): ReactNode {
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`More for ${stage.name}`} size="sm" icon={<Ellipsis aria-hidden />} />}
    >
      {onAdd ? (
        <MenuItem icon={<Plus aria-hidden />} onSelect={onAdd}>
          Add a deal
        </MenuItem>
      ) : null}
      <MenuItem icon={<FoldHorizontal aria-hidden />} onSelect={onCollapse}>
        Fold the column
      </MenuItem>
      <MenuSeparator />
      <MenuRadioGroup
        label="Order of cards"
        value={sort}
        onValueChange={(value) => {
          const order = cardOrders.find((one) => one.value === value);
          if (order) onSort(order.value);
        }}
      >
        {cardOrders.map(({ value, label }) => (
          <MenuRadioItem key={value} value={value}>
            {label}
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
    </Menu>
  );
}
