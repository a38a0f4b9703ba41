import { PLATFORM_PREFIX, scopedName, tenantPrefix } from './cache.key.ts';
import { type CacheLogger, stderrLogger } from './cache.log.ts';
import type { CacheHealth, CacheStore, Unsubscribe } from './cache.store.ts';
import { redisUrlFromEnv } from './env.ts';
import { createMemoryStore } from './memory.store.ts';
import { createRateLimit, type RateLimit, type RateLimitResult } from './rate-limit.ts';
import { createRedisStore } from './redis.store.ts';

const MESSAGE_BYTES_MAX = 16_384;

export type CacheOptions = {
  /** `REDIS_URL` by default; null keeps everything in this process. */
  redisUrl?: string | null;
  logger?: CacheLogger;
  /** How many processes share the limits: each grants its part of them while Redis is lost. */
  instances?: number;
  /** Bound of each in-process table (values, and keys per limit). */
  maxEntries?: number;
};

/** Keys and channels of one tenant, or of the platform. Values are JSON. */
export type CacheScope = {
  /** Undefined when absent, expired, or Redis is lost. What another version of the code wrote may differ from T. */
  get<T>(key: string): Promise<T | undefined>;
  /** False when Redis is lost. */
  set(key: string, value: unknown, options: { ttlMs: number }): Promise<boolean>;
  /** False when Redis is lost; it is then repeated as soon as Redis is back. */
  delete(key: string): Promise<boolean>;
  /** The new count; the ttl starts with the first increment. Undefined when Redis is lost. */
  increment(key: string, options: { ttlMs: number; by?: number }): Promise<number | undefined>;
  /** To all processes, at most once. False when it was dropped because Redis is lost. */
  publish(channel: string, message: unknown): Promise<boolean>;
  /** Resolves once messages arrive; after a lost Redis they arrive again by themselves. */
  subscribe<T>(channel: string, onMessage: (message: T) => void | Promise<void>): Promise<Unsubscribe>;
};

export type Cache = {
  forTenant(tenantId: string): CacheScope;
  platform: CacheScope;
  rateLimit(limit: RateLimit): Promise<RateLimitResult>;
  health(): Promise<CacheHealth>;
  close(): Promise<void>;
};

export function createCache(options: CacheOptions = {}): Cache {
  const { redisUrl = redisUrlFromEnv(), logger = stderrLogger, instances = 1, maxEntries = 10_000 } = options;
  const store = redisUrl
    ? createRedisStore({ url: redisUrl, logger, instances, maxEntries })
    : createMemoryStore({ maxEntries });
  return {
    forTenant: (tenantId) => createScope(store, tenantPrefix(tenantId), logger),
    platform: createScope(store, PLATFORM_PREFIX, logger),
    rateLimit: createRateLimit(store),
    health: () => store.health(),
    close: () => store.close(),
  };
}

function createScope(store: CacheStore, prefix: string, logger: CacheLogger): CacheScope {
  const key = (name: string): string => scopedName(prefix, name);
  return {
    get: async <T>(name: string) => parse<T>(await store.get(key(name))),
    set: async (name, value, { ttlMs }) => store.set(key(name), stringify(value), positive(ttlMs)),
    delete: async (name) => store.delete(key(name)),
    increment: async (name, { ttlMs, by = 1 }) => store.increment(key(name), by, positive(ttlMs)),
    publish: async (name, message) => store.publish(key(name), stringifyMessage(message)),
    subscribe: async <T>(name: string, onMessage: (message: T) => void | Promise<void>) =>
      store.subscribe(key(name), (text) => void deliver(text, onMessage, logger)),
  };
}

/** A subscriber that fails must not take the process, or the other subscribers, with it. */
async function deliver<T>(
  text: string,
  onMessage: (message: T) => void | Promise<void>,
  logger: CacheLogger,
): Promise<void> {
  try {
    const message = parse<T>(text);
    if (message !== undefined) await onMessage(message);
  } catch (error) {
    logger.warn('cache subscriber failed', { error: error instanceof Error ? error.name : 'unknown' });
  }
}

function parse<T>(text: string | undefined): T | undefined {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function stringify(value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined) throw new TypeError('Only JSON can be cached; undefined and functions are not.');
  return text;
}

function stringifyMessage(message: unknown): string {
  const text = stringify(message);
  if (Buffer.byteLength(text) > MESSAGE_BYTES_MAX)
    throw new RangeError('A message has at most 16 KB: send an id instead.');
  return text;
}

function positive(ttlMs: number): number {
  if (!Number.isInteger(ttlMs) || ttlMs < 1) throw new RangeError('ttlMs is a whole number from 1.');
  return ttlMs;
}
