'use client';

import type { MouseEvent, ReactNode } from 'react';

export type SkipLink = { href: `#${string}`; label: string };

const toContent: readonly SkipLink[] = [{ href: '#content', label: 'Skip to content' }];

/** The first links of the page, seen only when focused. `main` needs the id "content" and tabIndex -1. */
export function SkipLinks({ links = toContent }: { links?: readonly SkipLink[] }): ReactNode {
  return (
    <nav aria-label="Skip links" className="fixed top-2 left-2 z-60">
      <ul className="flex gap-2">
        {links.map((link) => (
          <li key={link.href}>
            <a
              href={link.href}
              onClick={(event) => goTo(event, link.href)}
              className="sr-only rounded-control border border-control bg-raised px-4 py-2.5 font-medium text-ink shadow-float focus:not-sr-only focus:inline-block focus:px-4 focus:py-2.5"
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Without an entry in the history: one that the router does not know would make Back lead nowhere. */
function goTo(event: MouseEvent, href: SkipLink['href']): void {
  const target = document.querySelector<HTMLElement>(href);
  if (!target) return;
  event.preventDefault();
  target.focus();
}
