import type { CacheStore, Unsubscribe } from './cache.store.ts';
import { BoundedMemoryLimiter } from './rate-limit.ts';

type Entry = { text: string; expiresAtMs: number };

const SWEEP_EVERY_MS = 30_000;

/** Redis's stand-in for a single process: the least recently used entry leaves when it is full. */
export function createMemoryStore({ maxEntries }: { maxEntries: number }): CacheStore {
  const entries = createEntries(maxEntries);
  const channels = new Map<string, Set<(text: string) => void>>();
  const sweeping = setInterval(() => entries.sweep(), SWEEP_EVERY_MS).unref();
  return {
    get: async (key) => entries.read(key)?.text,
    set: async (key, text, ttlMs) => entries.write(key, { text, expiresAtMs: Date.now() + ttlMs }),
    delete: async (key) => {
      entries.remove(key);
      return true;
    },
    increment: async (key, by, ttlMs) => {
      const entry = entries.read(key);
      const count = Number(entry?.text ?? 0) + by;
      if (!Number.isSafeInteger(count)) return undefined;
      entries.write(key, { text: String(count), expiresAtMs: entry?.expiresAtMs ?? Date.now() + ttlMs });
      return count;
    },
    limiter: ({ keyPrefix, points, windowS }) =>
      new BoundedMemoryLimiter({ keyPrefix, points, duration: windowS }, maxEntries),
    publish: async (channel, text) => {
      // As with Redis, a subscriber never runs inside the publisher's call.
      setImmediate(() => {
        for (const onText of [...(channels.get(channel) ?? [])]) onText(text);
      });
      return true;
    },
    subscribe: async (channel, onText) => addSubscriber(channels, channel, onText),
    health: async () => ({ kind: 'memory', ok: true, latencyMs: 0 }),
    close: async () => {
      clearInterval(sweeping);
      channels.clear();
      entries.clear();
    },
  };
}

function addSubscriber(
  channels: Map<string, Set<(text: string) => void>>,
  channel: string,
  onText: (text: string) => void,
): Unsubscribe {
  // A function of its own, so that the same callback subscribed twice is called twice.
  const subscriber = (text: string): void => onText(text);
  channels.set(channel, (channels.get(channel) ?? new Set()).add(subscriber));
  return async () => {
    const subscribers = channels.get(channel);
    subscribers?.delete(subscriber);
    if (subscribers?.size === 0) channels.delete(channel);
  };
}

type Entries = {
  read(key: string): Entry | undefined;
  write(key: string, entry: Entry): true;
  remove(key: string): void;
  sweep(): void;
  clear(): void;
};

/** A Map keeps its keys in order of writing; reading moves a key to the end, so the first one is the least used. */
function createEntries(maxEntries: number): Entries {
  const map = new Map<string, Entry>();
  const write = (key: string, entry: Entry): true => {
    map.delete(key);
    map.set(key, entry);
    const [oldest] = map.keys();
    if (oldest !== undefined && map.size > maxEntries) map.delete(oldest);
    return true;
  };
  return {
    write,
    read: (key) => {
      const entry = map.get(key);
      if (!entry) return undefined;
      map.delete(key);
      if (entry.expiresAtMs <= Date.now()) return undefined;
      map.set(key, entry);
      return entry;
    },
    remove: (key) => void map.delete(key),
    sweep: () => {
      const now = Date.now();
      for (const [key, entry] of map) if (entry.expiresAtMs <= now) map.delete(key);
    },
    clear: () => map.clear(),
  };
}
