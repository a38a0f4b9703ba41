import type { RateLimiterAbstract } from 'rate-limiter-flexible';

export type Unsubscribe = () => Promise<void>;
export type CacheHealth = { kind: 'redis' | 'memory'; ok: boolean; latencyMs: number };
export type LimiterShape = { keyPrefix: string; points: number; windowS: number };

/**
 * What Redis and its in-process stand-in both do. Keys and channels arrive complete, values as text.
 * None of these rejects: an unreachable store answers undefined, false or nothing.
 */
export type CacheStore = {
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<boolean>;
  delete(key: string): Promise<boolean>;
  increment(key: string, by: number, ttlMs: number): Promise<number | undefined>;
  limiter(shape: LimiterShape): RateLimiterAbstract;
  publish(channel: string, text: string): Promise<boolean>;
  subscribe(channel: string, onText: (text: string) => void): Promise<Unsubscribe>;
  health(): Promise<CacheHealth>;
  close(): Promise<void>;
};
