'use client';

import { IconButton } from '@aura/ui/icon-button';
import { Link } from '@aura/ui/link';
import { Logo, Wordmark } from '@aura/ui/logo';
import { Tooltip } from '@aura/ui/tooltip';
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Place } from './frame-data.ts';
import { PlaceCount } from './place-count.tsx';
import { PlaceIcon } from './place-icon.tsx';
import { railCookie } from './preferences.ts';
import { remember } from './remember.ts';
import { useIsCurrent } from './use-current-place.ts';

const settings: Place = { href: '/settings', label: 'Settings', icon: 'settings' };

type RailProps = { places: readonly Place[]; isFoldedAtFirst: boolean };

/** The navigation at the left. Folded it shows icons with names in tooltips; between 640 and 1024 px it always is. */
export function Rail({ places, isFoldedAtFirst }: RailProps): ReactNode {
  const [isFolded, setFolded] = useState(isFoldedAtFirst);
  const toggle = (): void => {
    remember(railCookie, isFolded ? null : 'folded');
    setFolded(!isFolded);
  };
  return (
    <div
      data-folded={isFolded}
      className="group/rail sticky top-0 z-20 hidden h-dvh w-14 flex-col border-e border-line bg-canvas transition-[width] duration-180 ease-ledger sm:flex lg:data-[folded=false]:w-58"
    >
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-2 overflow-y-auto px-2 pb-2">
        <Link href="/" className="flex h-13 shrink-0 items-center px-2 -outline-offset-4">
          <Wordmark className={`hidden ${openOnly('inline-flex')}`} />
          <Logo className={foldedOnly} />
          <span className="sr-only">Start page</span>
        </Link>
        <ul className="flex flex-col gap-0.5">
          {places.map((place) => (
            <RailItem key={place.href} place={place} isFolded={isFolded} />
          ))}
        </ul>
        <ul className="mt-auto">
          <RailItem place={settings} isFolded={isFolded} />
        </ul>
      </nav>
      <div className="hidden border-t border-line p-2 lg:block">
        <IconButton
          label={isFolded ? 'Unfold the navigation' : 'Fold the navigation'}
          aria-expanded={!isFolded}
          icon={isFolded ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
          onClick={toggle}
        />
      </div>
    </div>
  );
}

function RailItem({ place, isFolded }: { place: Place; isFolded: boolean }): ReactNode {
  const isCurrent = useIsCurrent()(place.href);
  const link = (
    <Link
      href={place.href}
      aria-current={isCurrent ? 'page' : undefined}
      className={`relative flex min-h-9 items-center gap-3 rounded-control px-2.5 text-body -outline-offset-2 pointer-coarse:min-h-11 ${
        isCurrent
          ? 'bg-primary-soft font-medium text-primary before:absolute before:inset-y-2 before:-left-2 before:w-0.75 before:bg-primary'
          : 'text-muted hover:bg-sunken hover:text-ink'
      }`}
    >
      <PlaceIcon name={place.icon} />
      <span className={`sr-only ${openOnly('not-sr-only')} truncate`}>{place.label}</span>
      <PlaceCount href={place.href} />
    </Link>
  );
  return (
    <li>
      {isFolded ? (
        <Tooltip content={place.label} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

// Written out for Tailwind, which reads class names and runs no code.
function openOnly(kind: 'inline-flex' | 'not-sr-only'): string {
  return kind === 'inline-flex'
    ? 'lg:group-data-[folded=false]/rail:inline-flex'
    : 'lg:group-data-[folded=false]/rail:not-sr-only';
}

const foldedOnly = 'lg:group-data-[folded=false]/rail:hidden';
