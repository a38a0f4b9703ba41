'use client';

import { Link } from '@aura/ui/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { headerPlaces } from './site-places.ts';

/** The places of the header, with the present one marked. Nothing is fetched before it is wanted. */
export function SiteNav(): ReactNode {
  const pathname = usePathname();
  return (
    <ul className="flex gap-0.5 lg:gap-1">
      {headerPlaces.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            prefetch={false}
            aria-current={isWithin(pathname, href) ? 'page' : undefined}
            className="inline-flex min-h-9 items-center rounded-control px-2.5 text-body-lg text-muted hover:bg-sunken hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-copper aria-[current]:decoration-2 aria-[current]:underline-offset-8 lg:px-3 pointer-coarse:min-h-11"
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
