'use client';

import { MenuGroup, MenuItem } from '@aura/ui/menu';
import { Check, LockKeyhole, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Views } from './use-views.ts';
import type { ViewTab } from './view-place.ts';

type ViewItemsProps = { tabs: readonly ViewTab[]; views: Views };

/** Views as entries of a menu, those of everyone before one's own. */
export function ViewItems({ tabs, views }: ViewItemsProps): ReactNode {
  const every = tabs.filter(({ view }) => view === null);
  const shared = tabs.filter(({ view }) => view?.visibility === 'shared');
  const own = tabs.filter(({ view }) => view?.visibility === 'private');
  return (
    <>
      {every.map((tab) => (
        <ViewItem key={tab.id} tab={tab} views={views} />
      ))}
      {shared.length > 0 ? (
        <MenuGroup label="Shared with everyone">
          {shared.map((tab) => (
            <ViewItem key={tab.id} tab={tab} views={views} icon={<Users aria-hidden />} />
          ))}
        </MenuGroup>
      ) : null}
      {own.length > 0 ? (
        <MenuGroup label="Private to you">
          {own.map((tab) => (
            <ViewItem key={tab.id} tab={tab} views={views} icon={<LockKeyhole aria-hidden />} />
          ))}
        </MenuGroup>
      ) : null}
    </>
  );
}

function ViewItem({ tab, views, icon }: { tab: ViewTab; views: Views; icon?: ReactNode }): ReactNode {
  const isCurrent = views.place.tab?.id === tab.id;
  return (
    <MenuItem icon={icon} onSelect={() => views.goTo(tab)}>
      <span className="flex items-center gap-2">
        <span className="min-w-0 flex-1 wrap-anywhere">{tab.name}</span>
        {isCurrent ? (
          <>
            <Check aria-hidden />
            <span className="sr-only">, in sight</span>
          </>
        ) : null}
      </span>
    </MenuItem>
  );
}
