'use client';

import { createContext, use, useSyncExternalStore } from 'react';

const query = '(width < 40rem)';

/** What the server takes the window for; the browser knows better as soon as it runs. */
export const NarrowGuess = createContext(false);

/** True below 640 px. */
export function useNarrow(): boolean {
  const guess = use(NarrowGuess);
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => guess,
  );
}

/** The same for an event's handler. */
export function isNarrowNow(): boolean {
  return window.matchMedia(query).matches;
}

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}
