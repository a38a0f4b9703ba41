'use client';

import { useSyncExternalStore } from 'react';

type Preview = { stageId: string; name: string } | null;

let shown: Preview = null;
const listeners = new Set<() => void>();

/** Shows, in a stage's column, where a deal would go if it were chosen now. */
export function previewMove(preview: Preview): void {
  if (shown?.stageId === preview?.stageId && shown?.name === preview?.name) return;
  shown = preview;
  for (const listener of listeners) listener();
}

/** The name of the deal that would come into this stage. */
export function usePreviewIn(stageId: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => (shown?.stageId === stageId ? shown.name : null),
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
