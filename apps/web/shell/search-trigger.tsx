'use client';

import { Kbd } from '@aura/ui/kbd';
import { Link } from '@aura/ui/link';
import { isShortcut } from '@aura/ui/shortcuts';
import { useViewOffers } from '@aura/views/client';
import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { FrameData } from './frame-data.ts';
import { LazyPalette, loadPalette, preloadPalette } from './palette-code.ts';
import { paletteOffers } from './palette-offers.tsx';
import { keepTyping } from './typed-ahead.ts';
import { usePaletteKeys } from './use-palette-keys.ts';

/** The way to search and commands, drawn as a field; also by / and by Ctrl or Cmd with K. */
export function SearchTrigger({ frame }: { frame: FrameData }): ReactNode {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [isLoaded, setLoaded] = useState(false);
  const keys = usePaletteKeys();
  const [startText, setStartText] = useState('');
  const views = useViewOffers({ enabled: isOpen });
  const opener = useRef<HTMLElement>(null);
  const open = (): void => {
    setStartText('');
    opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (isLoaded) {
      setOpen(true);
      return;
    }
    const takeTyped = keepTyping();
    // Should its code not arrive, the page of the search does the same work.
    loadPalette().then(
      () => {
        setLoaded(true);
        setStartText(takeTyped());
        setOpen(true);
      },
      () => router.push(`/search?q=${encodeURIComponent(takeTyped())}`),
    );
  };
  useOpenKeys(open);
  useEffect(() => preloadPalette(() => setLoaded(true)), []);
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open();
  };
  return (
    <>
      <Link
        id="search"
        href="/search"
        prefetch={false}
        onClick={follow}
        className="inline-flex size-9 items-center justify-center gap-2 rounded-control text-muted hover:bg-sunken hover:text-ink pointer-coarse:size-11 md:w-72 md:justify-start md:border md:border-control md:bg-surface md:px-3 md:pointer-coarse:w-72"
      >
        <Search aria-hidden className="size-4" />
        <span className="sr-only flex-1 md:not-sr-only">Search</span>
        <span aria-hidden className="hidden md:inline">
          <Kbd>{keys}</Kbd>
        </span>
      </Link>
      {isLoaded ? (
        <Suspense>
          <LazyPalette
            {...paletteOffers(frame, views)}
            open={isOpen}
            onOpenChange={setOpen}
            opener={opener}
            startText={startText}
            isSearchOn={frame.hasSearch}
            hasKeys={frame.preferences.hasShortcuts}
            onGo={(href) => router.push(href)}
            onLikely={(href) => router.prefetch(href)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function useOpenKeys(open: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!isPaletteKey(event) && !(event.key === '/' && isShortcut(event))) return;
      event.preventDefault();
      if (!focusOwnField(event)) open();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function isPaletteKey(event: KeyboardEvent): boolean {
  const isPressed = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!isPressed || event.defaultPrevented || event.altKey || event.shiftKey) return false;
  // A dialog that is open keeps its place: modals are never stacked.
  return document.querySelector('[role="dialog"][data-open], [role="alertdialog"][data-open]') === null;
}

/** On the page of the search, / leads to its own field. */
function focusOwnField(event: KeyboardEvent): boolean {
  const field = event.key === '/' ? document.querySelector<HTMLInputElement>('#content [data-search-field]') : null;
  field?.focus();
  return field !== null;
}
