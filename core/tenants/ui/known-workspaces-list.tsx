'use client';

import { PlainButton } from '@aura/ui/plain-button';
import { ArrowRight } from 'lucide-react';
import { type ReactNode, useSyncExternalStore } from 'react';
import { forgetWorkspaces, parseKept, readKept, watchWorkspaces } from './known-workspaces.ts';

/** Links to the workspaces that were opened from here before. */
export function KnownWorkspaces({ rootDomain }: { rootDomain: string }): ReactNode {
  // The server does not know this browser's memory: what is in it comes after the first drawing.
  const kept = useSyncExternalStore(
    watchWorkspaces,
    () => readKept(localStorage),
    () => '',
  );
  const slugs = parseKept(kept);
  if (slugs.length === 0) return null;
  return (
    <nav aria-labelledby="known-heading">
      <h2 id="known-heading" className="text-h2">
        Opened here before
      </h2>
      <ul className="mt-2 border-t border-line">
        {slugs.map((slug) => (
          <li key={slug} className="border-b border-line">
            <a
              href={`${location.protocol}//${slug}.${rootDomain}/login`}
              className="flex min-h-12 items-center justify-between gap-3 text-body-lg hover:text-primary"
            >
              <span className="min-w-0 wrap-anywhere">
                <strong className="font-medium">{slug}</strong>.{rootDomain}
              </span>
              <ArrowRight aria-hidden className="size-4 text-muted" />
            </a>
          </li>
        ))}
      </ul>
      <PlainButton size="sm" variant="ghost" className="mt-2 -ms-2.5" onClick={() => forgetWorkspaces()}>
        Forget these
      </PlainButton>
    </nav>
  );
}
