'use client';

import { type ReactNode, useEffect, useId, useSyncExternalStore } from 'react';

/** One answer to an action's question: a person to assign to, a stage to move to. */
export type PaletteChoice = { id: string; label: string; detail?: string; icon?: ReactNode; run: () => void };

/** Something that can be done to the record in view. It runs, leads to a page, or asks first which of its choices is meant. */
export type PaletteAction = {
  id: string;
  label: string;
  icon?: ReactNode;
  /** The key that does the same on the page. */
  keys?: string;
} & ({ run: () => void } | { href: string } | { ask: string; choices: readonly PaletteChoice[] });

export type PaletteSubject = { name: string; actions: readonly PaletteAction[] };

// Of one browser tab; the server never writes here, because effects do not run there.
const subjects = new Map<string, PaletteSubject>();
const listeners = new Set<() => void>();

/** Offers what can be done to the record that this screen shows, for as long as it shows it. */
export function usePaletteActions(name: string, actions: readonly PaletteAction[]): void {
  const key = useId();
  useEffect(() => {
    subjects.set(key, { name, actions });
    tell();
  }, [key, name, actions]);
  useEffect(
    () => () => {
      subjects.delete(key);
      tell();
    },
    [key],
  );
}

/** What the record in view offers; of several, the one that was opened last, such as a panel above a list. */
export function usePaletteSubject(): PaletteSubject | null {
  return useSyncExternalStore(subscribe, readSubject, () => null);
}

function readSubject(): PaletteSubject | null {
  return [...subjects.values()].at(-1) ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
