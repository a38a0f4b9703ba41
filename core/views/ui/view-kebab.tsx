'use client';

import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@aura/ui/menu';
import { Ellipsis, LockKeyhole, Pencil, Trash2, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewActionSet } from './use-view-actions.tsx';
import type { Views } from './use-views.ts';

/** The menu of the view in sight. Entries that this person may not use stay, and say why. */
export function ViewKebab({ views, actions }: { views: Views; actions: ViewActionSet }): ReactNode {
  const view = views.place.tab?.view;
  if (!view) return null;
  const isShared = view.visibility === 'shared';
  const keepers = 'Only its owner, managers and admins do this';
  return (
    <Menu
      align="end"
      trigger={<IconButton label={`Actions for view ${view.name}`} size="sm" icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem
        icon={<Pencil aria-hidden />}
        disabledReason={view.abilities.update ? null : keepers}
        onSelect={() => actions.askForName(view)}
      >
        Rename…
      </MenuItem>
      <MenuItem
        icon={isShared ? <LockKeyhole aria-hidden /> : <Users aria-hidden />}
        disabledReason={view.abilities.share ? null : 'Only its owner decides who sees it'}
        onSelect={() => actions.share(view, isShared ? 'private' : 'shared')}
      >
        {isShared ? 'Make private' : 'Share with everyone'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Trash2 aria-hidden />}
        tone="danger"
        disabledReason={view.abilities.archive ? null : keepers}
        onSelect={() => actions.remove(view)}
      >
        Delete
      </MenuItem>
    </Menu>
  );
}
