import { throttled } from '@aura/kernel';
import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import { type CacheLogger, errorKind } from './cache.log.ts';
import type { CacheStore } from './cache.store.ts';
import { BoundedMemoryLimiter } from './rate-limit.ts';
import { connectRedis } from './redis.connection.ts';
import { createRedisSubscriber } from './redis.subscriber.ts';

const INCREMENT = `
  local count = redis.call('incrby', KEYS[1], ARGV[1])
  if redis.call('pttl', KEYS[1]) < 0 then redis.call('pexpire', KEYS[1], ARGV[2]) end
  return count`;

type RedisStoreOptions = { url: string; logger: CacheLogger; instances: number; maxEntries: number };
type Attempt = <T>(command: () => Promise<T>) => Promise<T | undefined>;

/** Redis, and what to do without it: answer nothing, limit in this process, drop messages, and come back by itself. */
export function createRedisStore({ url, logger, instances, maxEntries }: RedisStoreOptions): CacheStore {
  const { redis, settled } = connectRedis(url, logger);
  const attempt = createAttempt(settled, logger);
  const subscriber = createRedisSubscriber(url, logger);
  const repeatDelete = createDeleteBacklog(redis, attempt, maxEntries);
  const warnDropped = throttled(logger.warn);
  return {
    get: async (key) => (await attempt(() => redis.get(key))) ?? undefined,
    set: async (key, value, ttlMs) => (await attempt(() => redis.set(key, value, 'PX', ttlMs))) !== undefined,
    delete: async (key) => {
      const done = (await attempt(() => redis.del(key))) !== undefined;
      if (!done) repeatDelete(key);
      return done;
    },
    increment: async (key, by, ttlMs) => {
      const count = await attempt(() => redis.eval(INCREMENT, 1, key, by, ttlMs));
      return typeof count === 'number' ? count : undefined;
    },
    limiter: ({ keyPrefix, points, windowS }) =>
      new RateLimiterRedis({
        ...{ storeClient: redis, keyPrefix, points, duration: windowS },
        // A key over its limit is refused here without asking Redis again.
        inMemoryBlockOnConsumed: points,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new BoundedMemoryLimiter(
          { keyPrefix, points: Math.ceil(points / instances), duration: windowS },
          maxEntries,
        ),
      }),
    publish: async (channel, text) => {
      const done = (await attempt(() => redis.publish(channel, text))) !== undefined;
      if (!done) warnDropped('cache message dropped', { channel });
      return done;
    },
    subscribe: (channel, onText) => subscriber.subscribe(channel, onText),
    health: async () => {
      const startedAt = performance.now();
      const ok = (await attempt(() => redis.ping())) === 'PONG';
      return { kind: 'redis', ok, latencyMs: Math.round(performance.now() - startedAt) };
    },
    close: async () => {
      await Promise.all([closeRedis(redis), subscriber.close()]);
    },
  };
}

function createAttempt(settled: Promise<void>, logger: CacheLogger): Attempt {
  const warn = throttled(logger.warn);
  return async (command) => {
    // Only the very first connection is waited for; a lost one is not.
    await settled;
    try {
      return await command();
    } catch (error) {
      warn('cache command failed', { error: errorKind(error) });
      return undefined;
    }
  };
}

/** A delete revokes something: one that Redis missed is repeated when it is back, before its entry can serve for long. */
function createDeleteBacklog(redis: Redis, attempt: Attempt, maxKeys: number): (key: string) => void {
  const missed = new Set<string>();
  redis.on('ready', () => {
    for (const key of missed)
      void attempt(() => redis.del(key)).then((done) => done !== undefined && missed.delete(key));
  });
  return (key) => {
    if (missed.size < maxKeys) missed.add(key);
  };
}

async function closeRedis(redis: Redis): Promise<void> {
  // Answers of commands under way are waited for, those of a lost server are not.
  if (redis.status === 'ready') await redis.quit().catch(() => undefined);
  redis.disconnect();
}
