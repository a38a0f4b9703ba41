'use client';

import { Button } from '@aura/ui/button';
import { Menu, MenuItem, MenuSeparator } from '@aura/ui/menu';
import { ChevronDown, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ViewActionSet } from './use-view-actions.tsx';
import type { Views } from './use-views.ts';
import { ViewItems } from './view-items.tsx';
import { ViewMark } from './view-mark.tsx';

/** All views behind one button, where there is no room for tabs. */
export function ViewMenu({ views, actions }: { views: Views; actions: ViewActionSet }): ReactNode {
  const { tab } = views.place;
  return (
    <nav aria-label="Views" className="min-w-0 flex-1">
      <Menu
        trigger={
          <Button className="w-full justify-between">
            <span className="flex min-w-0 items-center gap-2">
              <span className="text-muted">View:</span>
              <span className="truncate">{tab?.name ?? '…'}</span>
              {tab ? <ViewMark tab={tab} /> : null}
            </span>
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <ViewItems tabs={views.tabs} views={views} />
        <MenuSeparator />
        <MenuItem icon={<Plus aria-hidden />} onSelect={actions.askForNew}>
          Save as a new view…
        </MenuItem>
        {views.isFailed ? <MenuItem onSelect={views.retry}>Couldn’t load views · Retry</MenuItem> : null}
      </Menu>
    </nav>
  );
}
