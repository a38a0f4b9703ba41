'use client';

// Kept for this tab. What was filtered without a view is forgotten with the page; a view is found again after a reload.
const left = new Map<string, string>();

export type MemoryKey = { scope: string; path: string };

const keyOf = ({ scope, path }: MemoryKey): string => `aura:view:${scope}:${path}`;

/** The query that the list was left with; '' for the plain list. */
export function rememberLeft(at: MemoryKey, query: string): void {
  const key = keyOf(at);
  left.set(key, query);
  try {
    if (new URLSearchParams(query).has('view')) sessionStorage.setItem(key, query);
    else sessionStorage.removeItem(key);
  } catch {
    // Storage is full or switched off: the list then opens plain after a reload.
  }
}

export function recallLeft(at: MemoryKey): string {
  const key = keyOf(at);
  const known = left.get(key);
  if (known !== undefined) return known;
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}
