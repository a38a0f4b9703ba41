'use client';

import { Badge } from '@aura/ui/badge';
import { Button } from '@aura/ui/button';
import { IconButton } from '@aura/ui/icon-button';
import { Menu, MenuItem, MenuSeparator } from '@aura/ui/menu';
import { Ellipsis, LockKeyhole, Pencil, Trash2, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { SavedView } from '../saved-view.schema.ts';
import type { ViewActionSet } from './use-view-actions.tsx';
import type { Views } from './use-views.ts';

type ViewActionsProps = { views: Views; actions: ViewActionSet };

/** What can be done with the view in sight: keep or drop its changes, and what is in its menu. */
export function ViewActions({ views, actions }: ViewActionsProps): ReactNode {
  const { tab, isEdited } = views.place;
  if (!tab || (!tab.view && !isEdited)) return null;
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {isEdited ? <Edits views={views} actions={actions} view={tab.view} /> : null}
      {tab.view ? <ViewKebab view={tab.view} actions={actions} /> : null}
    </div>
  );
}

function Edits({ views, actions, view }: ViewActionsProps & { view: SavedView | null }): ReactNode {
  const { tab } = views.place;
  return (
    <>
      {view ? <Badge tone="attention">Edited</Badge> : null}
      {view?.visibility === 'shared' && view.abilities.update ? (
        <span className="text-small text-muted">Everyone uses this view</span>
      ) : null}
      {view?.abilities.update ? (
        <Button size="sm" variant="primary" onClick={() => actions.save(view)} loading={actions.isSaving}>
          Save
        </Button>
      ) : null}
      <Button size="sm" onClick={actions.askForNew}>
        Save as new
      </Button>
      <Button size="sm" variant="ghost" onClick={() => tab && views.goTo(tab)}>
        Reset
      </Button>
    </>
  );
}

/** Entries that this person may not use stay, and say why. */
function ViewKebab({ view, actions }: { view: SavedView; actions: ViewActionSet }): ReactNode {
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
