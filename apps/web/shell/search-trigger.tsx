'use client';

import { Kbd } from '@aura/ui/kbd';
import { Link } from '@aura/ui/link';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { isTyping } from './is-typing.ts';

/** The way to the search, drawn as a field; also by / and by Ctrl or Cmd with K. */
export function SearchTrigger({ hasShortcuts }: { hasShortcuts: boolean }): ReactNode {
  const router = useRouter();
  const keys = useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'),
    () => 'Ctrl K',
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isPalette =
        event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const isSlash =
        hasShortcuts &&
        event.key === '/' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target);
      if (event.defaultPrevented || !(isPalette || isSlash)) return;
      event.preventDefault();
      router.push('/search');
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [hasShortcuts, router]);
  return (
    <Link
      id="search"
      href="/search"
      className="inline-flex size-9 items-center justify-center gap-2 rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11 md:w-72 md:justify-start md:border md:border-control md:bg-surface md:px-3 md:pointer-coarse:w-72"
    >
      <Search aria-hidden className="size-4" />
      <span className="sr-only flex-1 md:not-sr-only">Search</span>
      <span aria-hidden className="hidden md:inline">
        <Kbd>{keys}</Kbd>
      </span>
    </Link>
  );
}

const never = (): (() => void) => () => undefined;
