'use client';

import { Link } from '@aura/ui/link';
import type { ReactNode } from 'react';
import type { SettingsPlace } from './settings-places.ts';
import { useIsCurrent } from './use-current-place.ts';

/** The settings beside each other, where there is room for it. */
export function SettingsNav({ places }: { places: readonly SettingsPlace[] }): ReactNode {
  return (
    <nav aria-label="Settings" className="sticky top-20 hidden w-48 shrink-0 flex-col gap-5 self-start lg:flex">
      {(['You', 'Workspace'] as const).map((group) => (
        <Group key={group} title={group} places={places.filter((place) => place.group === group)} />
      ))}
    </nav>
  );
}

function Group({ title, places }: { title: string; places: readonly SettingsPlace[] }): ReactNode {
  const isCurrent = useIsCurrent();
  if (places.length === 0) return null;
  return (
    <div>
      <p className="px-2.5 pb-1 text-micro text-muted">{title}</p>
      <ul className="flex flex-col gap-0.5">
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className={`flex min-h-8 items-center rounded-control px-2.5 ${isCurrent(href) ? 'bg-primary-soft font-medium text-primary' : 'text-muted hover:bg-sunken hover:text-ink'}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
