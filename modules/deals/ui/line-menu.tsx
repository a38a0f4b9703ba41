'use client';

import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@aura/ui/menu';
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LineItem } from '../line-item.schema.ts';
import type { LineEditor } from './use-line-items.ts';

type LineMenuProps = { item: LineItem; place: { index: number; count: number }; editor: LineEditor };

/** What can be done with a whole line. */
export function LineMenu({ item, place, editor }: LineMenuProps): ReactNode {
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Actions for ${item.description}`} size="sm" icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        disabledReason={place.index === 0 ? 'It is the first line' : null}
        onSelect={() => editor.shift(item, -1)}
      >
        Move up
      </MenuItem>
      <MenuItem
        disabledReason={place.index === place.count - 1 ? 'It is the last line' : null}
        onSelect={() => editor.shift(item, 1)}
      >
        Move down
      </MenuItem>
      <MenuItem keys="Ctrl D" onSelect={() => editor.duplicate(item)}>
        Duplicate
      </MenuItem>
      <MenuSeparator />
      <MenuItem tone="danger" onSelect={() => editor.remove(item)}>
        Remove line
      </MenuItem>
    </Menu>
  );
}
