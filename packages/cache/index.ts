export type { CacheLogger } from './cache.log.ts';
export type { CacheHealth, Unsubscribe } from './cache.store.ts';
export { type Cache, type CacheOptions, type CacheScope, createCache } from './cache.ts';
export type { RateLimit, RateLimitResult } from './rate-limit.ts';
