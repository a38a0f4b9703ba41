'use client';

import { Link } from '@aura/ui/link';
import { Sheet } from '@aura/ui/sheet';
import { Ellipsis, Plus } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Addition, Place } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';
import { useIsCurrent } from './use-current-place.ts';

type BottomBarProps = { places: readonly Place[]; additions: readonly Addition[] };

const preferred = ['/dashboard', '/deals', '/contacts'];

/** The navigation of a phone: three places, adding, and the rest behind "More". Away while something is typed. */
export function BottomBar({ places, additions }: BottomBarProps): ReactNode {
  const [first, second, third] = mostUsed(places);
  return (
    <nav
      aria-label="Main"
      className="bottom-bar fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ul className="flex h-14 items-stretch *:flex-1">
        {[first, second].map((place) => place && <BarLink key={place.href} place={place} />)}
        {additions.length > 0 ? (
          <li>
            <PlacesSheet
              title="New"
              places={additions}
              trigger={
                <button
                  type="button"
                  aria-label="New"
                  className="grid h-full w-full place-items-center -outline-offset-2"
                >
                  <span className="grid size-10 place-items-center rounded-full bg-primary text-on-primary">
                    <Plus aria-hidden className="size-5" />
                  </span>
                </button>
              }
            />
          </li>
        ) : null}
        {third ? <BarLink place={third} /> : null}
        <li>
          <PlacesSheet
            title="More"
            places={[...places, { href: '/settings', label: 'Settings', icon: 'settings' }]}
            trigger={
              <button type="button" className={`${itemClass} text-muted`}>
                <Ellipsis aria-hidden className="size-5" />
                More
              </button>
            }
          />
        </li>
      </ul>
    </nav>
  );
}

function mostUsed(places: readonly Place[]): Place[] {
  const known = preferred.flatMap((href) => places.find((place) => place.href === href) ?? []);
  return [...known, ...places.filter((place) => !known.includes(place))].slice(0, 3);
}

function BarLink({ place }: { place: Place }): ReactNode {
  const isCurrent = useIsCurrent()(place.href);
  return (
    <li>
      <Link
        href={place.href}
        aria-current={isCurrent ? 'page' : undefined}
        className={`${itemClass} ${isCurrent ? 'font-semibold text-primary shadow-[inset_0_2px_0_var(--primary)]' : 'text-muted'}`}
      >
        <PlaceIcon name={place.icon} />
        <span className="max-w-full truncate px-1">{place.label}</span>
      </Link>
    </li>
  );
}

const itemClass =
  'flex h-full w-full min-w-0 flex-col items-center justify-center gap-0.5 text-micro -outline-offset-2';

type PlacesSheetProps = { title: string; places: readonly Place[]; trigger: ReactElement };

function PlacesSheet({ title, places, trigger }: PlacesSheetProps): ReactNode {
  const path = usePathname();
  // A sheet belongs to the page it was opened on: going elsewhere leaves it behind.
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <Sheet
      title={title}
      trigger={trigger}
      open={openOn === path}
      onOpenChange={(isOpen) => setOpenOn(isOpen ? path : null)}
    >
      <ul className="-mx-2 flex flex-col">
        {places.map((place) => (
          <li key={place.href}>
            <Link
              href={place.href}
              onClick={() => setOpenOn(null)}
              className="flex min-h-12 items-center gap-3 rounded-control px-2 text-body-lg hover:bg-sunken"
            >
              <PlaceIcon name={place.icon} className="size-5 text-muted" />
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
