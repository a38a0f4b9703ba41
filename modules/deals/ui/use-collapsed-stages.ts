'use client';

import { useApiParts } from '@aura/api/client';
import { useCallback, useSyncExternalStore } from 'react';

type CollapsedStages = { has: (stageId: string) => boolean; toggle: (stageId: string) => void };

const listeners = new Set<() => void>();

/** Columns that are folded to a strip, for as long as this browser tab lives. */
export function useCollapsedStages(): CollapsedStages {
  const key = `aura:${useApiParts().scope}:collapsed-stages`;
  const read = useCallback(() => sessionStorage.getItem(key) ?? '', [key]);
  const stored = useSyncExternalStore(subscribe, read, () => '');
  const ids = stored === '' ? [] : stored.split(' ');
  return {
    has: (stageId) => ids.includes(stageId),
    toggle: (stageId) => {
      const rest = ids.filter((id) => id !== stageId);
      sessionStorage.setItem(key, (rest.length < ids.length ? rest : [...ids, stageId]).join(' '));
      for (const listener of listeners) listener();
    },
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
