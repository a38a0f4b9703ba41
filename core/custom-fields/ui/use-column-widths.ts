'use client';

import { useApiParts } from '@aura/api/client';
import { type ColumnWidths, readWidths, withWidth } from '@aura/ui/column-width';
import { useCallback, useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** The widths that this person gave a list's columns in this browser. The address and saved views do not have them: screens differ. */
export function useColumnWidths(list: string): ColumnWidths {
  const key = `aura:${useApiParts().scope}:column-widths:${list}`;
  const read = useCallback(() => readStored(key), [key]);
  const stored = useSyncExternalStore(subscribe, read, () => '');
  return useMemo(() => {
    const widths = readWidths(stored);
    return {
      widths,
      onWidthChange: (column, widthPx) => {
        write(key, JSON.stringify(withWidth(widths, column, widthPx)));
        for (const listener of listeners) listener();
      },
    };
  }, [key, stored]);
}

// Where storage is full or switched off, widths last as long as the page.
const unsaved = new Map<string, string>();

function readStored(key: string): string {
  try {
    return unsaved.get(key) ?? localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    unsaved.delete(key);
  } catch {
    unsaved.set(key, text);
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
