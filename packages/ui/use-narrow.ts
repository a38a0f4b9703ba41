import { useSyncExternalStore } from 'react';

const query = '(width < 40rem)';

/** True below 640 px. The server draws the wide layout; where the two differ much, wait for data before using it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
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
