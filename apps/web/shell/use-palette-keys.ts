'use client';

import { useSyncExternalStore } from 'react';

/** The keys of the palette, as the person's keyboard prints them. */
export function usePaletteKeys(): string {
  return useSyncExternalStore(
    never,
    () => (/Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'),
    () => 'Ctrl K',
  );
}

const never = (): (() => void) => () => undefined;
