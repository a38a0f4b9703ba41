import { createHash } from 'node:crypto';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { scopedName } from './cache.key.ts';
import type { CacheStore } from './cache.store.ts';

/** `points` uses per `windowS` seconds for each `key` (a user id, an address) within a `scope` (`rest`, `sign-in`). */
export type RateLimit = { scope: string; key: string; points: number; windowS: number };

/** `retryAfterS` is 0 when allowed; `resetS` is when the window ends. */
export type RateLimitResult = {
  allowed: boolean;
  limit: number;
  remaining: number;
  resetS: number;
  retryAfterS: number;
};

type Consume = (limit: RateLimit) => Promise<RateLimitResult>;

export function createRateLimit(store: Pick<CacheStore, 'limiter'>): Consume {
  // One limiter per rule in the code, of which there are a few.
  const limiters = new Map<string, RateLimiterAbstract>();
  return async ({ scope, key, points, windowS }) => {
    if (!isCount(points) || !isCount(windowS)) throw new RangeError('points and windowS are whole numbers from 1.');
    // The rule's numbers are part of the key, so a changed rule starts a fresh window.
    const keyPrefix = scopedName('aura:limit', `${scope}:${points}:${windowS}`);
    const limiter = limiters.get(keyPrefix) ?? store.limiter({ keyPrefix, points, windowS });
    limiters.set(keyPrefix, limiter);
    return consume(limiter, fingerprint(key));
  };
}

async function consume(limiter: RateLimiterAbstract, key: string): Promise<RateLimitResult> {
  try {
    return toResult(limiter.points, await limiter.consume(key), true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return toResult(limiter.points, refusal, false);
    throw refusal;
  }
}

function toResult(limit: number, answer: RateLimiterRes, allowed: boolean): RateLimitResult {
  const resetS = Math.max(1, Math.ceil(answer.msBeforeNext / 1000));
  return { allowed, limit, remaining: allowed ? answer.remainingPoints : 0, resetS, retryAfterS: allowed ? 0 : resetS };
}

/** Addresses and e-mails are personal data: Redis sees only their hash. The braces spread keys over a cluster. */
function fingerprint(key: string): string {
  return `{${createHash('sha256').update(key).digest('base64url').slice(0, 22)}}`;
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;

/** The library's memory limiter forgets expired keys, but nothing bounds how many live ones it holds. */
export class BoundedMemoryLimiter extends RateLimiterMemory {
  readonly #keys = new Set<string | number>();
  readonly #maxKeys: number;

  constructor(options: ConstructorParameters<typeof RateLimiterMemory>[0], maxKeys: number) {
    super(options);
    this.#maxKeys = maxKeys;
  }

  override consume(...[key, points, options]: Parameters<RateLimiterMemory['consume']>): Promise<RateLimiterRes> {
    this.#keys.delete(key);
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (oldest !== undefined && this.#keys.size > this.#maxKeys) {
      this.#keys.delete(oldest);
      void this.delete(oldest);
    }
    return super.consume(key, points, options);
  }
}
