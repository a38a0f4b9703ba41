'use client';

import { Button } from '@aura/ui/button';
import { classNames } from '@aura/ui/class-names';
import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Menu } from '@aura/ui/menu';
import { tabClass } from '@aura/ui/tabs';
import { ChevronDown, Plus } from 'lucide-react';
import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { ViewActionSet } from './use-view-actions.tsx';
import type { Views } from './use-views.ts';
import { ViewItems } from './view-items.tsx';
import { ViewMark } from './view-mark.tsx';
import type { ViewTab } from './view-place.ts';

const TAB_PX = 130;
/** All, Mine, More views and +, and what stands beside them while a view is edited: tabs do not leave as one types. */
const FIXED_PX = 570;
const SHOWN_AT_FIRST = 3;

type ViewRowProps = { views: Views; actions: ViewActionSet };

/** The views as tabs, as many as there is room for; the rest in a menu at their end. */
export function ViewRow({ views, actions }: ViewRowProps): ReactNode {
  const row = useRef<HTMLElement>(null);
  const { shown, rest } = splitTabs(views.tabs, useRoom(row), views.place.tab);
  return (
    <nav ref={row} aria-label="Views" className="flex min-w-0 flex-[1_1_20rem] items-center gap-1">
      <ul className="on-scroll-region relative flex min-w-0 gap-1 overflow-x-auto">
        {shown.map((tab) => (
          <li key={tab.id} className="min-w-0 shrink">
            <TabLink tab={tab} views={views} />
          </li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <Menu
          trigger={
            <Button variant="ghost" size="sm" className="shrink-0 text-muted">
              More views
              <ChevronDown aria-hidden />
            </Button>
          }
        >
          <ViewItems tabs={rest} views={views} />
        </Menu>
      ) : null}
      <IconButton
        label="Save as a new view"
        size="sm"
        className="shrink-0"
        icon={<Plus aria-hidden />}
        onClick={actions.askForNew}
      />
      {views.isFailed ? (
        <Button variant="ghost" size="sm" onClick={views.retry}>
          Couldn’t load views · Retry
        </Button>
      ) : null}
    </nav>
  );
}

function TabLink({ tab, views }: { tab: ViewTab; views: Views }): ReactNode {
  const isCurrent = views.place.tab?.id === tab.id;
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    views.goTo(tab);
  };
  return (
    <Link
      href={views.hrefTo(tab)}
      onClick={follow}
      title={tab.view ? tab.name : undefined}
      aria-current={isCurrent ? 'page' : undefined}
      className={classNames(tabClass, 'max-w-48', isCurrent && 'border-primary text-ink')}
    >
      <span className="min-w-0 truncate">{tab.name}</span>
      <ViewMark tab={tab} />
    </Link>
  );
}

/** In their order; where there is no room for the one that is looked at, it takes the last place. */
function splitTabs(
  tabs: readonly ViewTab[],
  room: number,
  current: ViewTab | null,
): { shown: readonly ViewTab[]; rest: readonly ViewTab[] } {
  const fixed = tabs.filter(({ view }) => view === null).length;
  if (tabs.length <= fixed + room) return { shown: tabs, rest: [] };
  const first = tabs.slice(0, fixed + room);
  const isHidden = current !== null && !first.includes(current);
  const shown = isHidden ? [...first.slice(0, -1), current] : first;
  return { shown, rest: tabs.filter((tab) => !shown.includes(tab)) };
}

/** How many views fit beside what is always there. */
function useRoom(row: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(SHOWN_AT_FIRST);
  useEffect(() => {
    const element = row.current?.parentElement;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setRoom(Math.max(1, Math.floor((element.clientWidth - FIXED_PX) / TAB_PX))),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [row]);
  return room;
}
