const KEY = 'aura-workspaces';
const KNOWN_MAX = 5;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is stored, as it is. Nothing where the browser keeps nothing. */
export function readKept(store: Store): string {
  try {
    return store.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** The workspaces that this browser was led to from here, the last one first. */
export function parseKept(text: string): string[] {
  try {
    const kept: unknown = JSON.parse(text || '[]');
    return Array.isArray(kept) ? kept.filter(isSlug).slice(0, KNOWN_MAX) : [];
  } catch {
    return [];
  }
}

/** Calls when the memory changes, here or in another tab. */
export function watchWorkspaces(onChange: () => void): () => void {
  addEventListener('storage', onChange);
  return () => removeEventListener('storage', onChange);
}

export function rememberWorkspace(slug: string, store: Store = localStorage): void {
  const others = parseKept(readKept(store)).filter((known) => known !== slug);
  try {
    store.setItem(KEY, JSON.stringify([slug, ...others].slice(0, KNOWN_MAX)));
  } catch {
    // A browser that keeps nothing: the way leads on all the same.
  }
}

export function forgetWorkspaces(store: Store = localStorage): void {
  store.removeItem(KEY);
  // Browsers tell only the other tabs.
  if (typeof window !== 'undefined') dispatchEvent(new StorageEvent('storage', { key: KEY }));
}

// What is stored becomes part of a link: only what can be a host's first label.
function isSlug(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value);
}
