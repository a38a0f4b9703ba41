import type { PaletteOffer, PaletteOffers } from '@aura/search/client';
import type { ViewOffer } from '@aura/views/client';
import type { FrameData } from './frame-data.ts';
import { PlaceIcon } from './place-icon.tsx';
import { placeKeys } from './shortcut-list.ts';

// A name that was typed goes along; an activity is about somebody else and has none.
const named: ReadonlySet<string> = new Set(['/contacts', '/deals', '/organizations', '/products']);

/** What the palette offers of the frame: the navigation, the views of lists, the pages of settings, and all that can be added. */
export function paletteOffers({ places, settings, additions }: FrameData, views: readonly ViewOffer[]): PaletteOffers {
  return {
    places: [
      ...places.map(({ href, label, icon }) => ({
        href,
        label,
        icon: <PlaceIcon name={icon} />,
        ...keysOf(href),
      })),
      ...views.map(({ path, href, label }) => ({
        href,
        label,
        icon: <PlaceIcon name={places.find((place) => place.href === path)?.icon ?? ''} />,
        isFoundByName: true,
      })),
      ...settings.map(({ href, label }) => ({
        href,
        label: `Settings: ${label}`,
        icon: <PlaceIcon name="settings" />,
      })),
    ],
    additions: byLikelihood(additions).map(
      ({ href, label, icon, key }): PaletteOffer => ({
        href,
        label,
        icon: <PlaceIcon name={icon} />,
        keys: `N ${key.toUpperCase()}`,
        ...(named.has(pathOf(href)) ? { prefill: (typed) => `${href}&name=${encodeURIComponent(typed)}` } : {}),
      }),
    ),
  };
}

function keysOf(href: string): { keys?: string } {
  const keys = placeKeys(href);
  return keys ? { keys } : {};
}

const pathOf = (href: string): string => href.split('?')[0] ?? href;

/** Who types a name that is not there means a person more often than anything else. */
function byLikelihood<Addition extends { href: string }>(additions: readonly Addition[]): Addition[] {
  return additions.toSorted((a, b) => Number(pathOf(b.href) === '/contacts') - Number(pathOf(a.href) === '/contacts'));
}
