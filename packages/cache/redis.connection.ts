import { Redis } from 'ioredis';
import { type CacheLogger, errorKind } from './cache.log.ts';

const FIRST_CONNECTION_MS_MAX = 1_000;

/** `settled` resolves when the first connection has succeeded, failed, or taken too long. */
export type RedisConnection = { redis: Redis; settled: Promise<void> };

export function connectRedis(url: string, logger: CacheLogger): RedisConnection {
  const redis = new Redis(url, {
    // A request never waits for a lost Redis: commands fail at once instead of queueing, and none is sent twice.
    ...{ enableOfflineQueue: false, autoResendUnfulfilledCommands: false, maxRetriesPerRequest: 0 },
    // A Redis that hangs is treated as a lost one.
    ...{ connectTimeout: 2_000, commandTimeout: 500, socketTimeout: 1_000 },
    retryStrategy: (attempt: number) => Math.min(attempt * 100, 2_000),
    // A failed-over primary that became read-only: reconnecting finds the new one.
    reconnectOnError: (error: Error) => error.message.startsWith('READONLY'),
    autoResubscribe: false,
  });
  logTransitions(redis, logger);
  return { redis, settled: firstConnection(redis) };
}

function firstConnection(redis: Redis): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(resolve, FIRST_CONNECTION_MS_MAX);
    const settle = (): void => {
      clearTimeout(giveUp);
      resolve();
    };
    redis.once('ready', settle).once('close', settle);
  });
}

/** One line when it is lost and one when it is back; without an 'error' listener the process would end. */
function logTransitions(redis: Redis, logger: CacheLogger): void {
  let lost = false;
  const lose = (error?: unknown): void => {
    if (!lost) logger.warn('redis lost', { error: error === undefined ? 'closed' : errorKind(error) });
    lost = true;
  };
  redis.on('error', lose);
  // Not 'close', which close() causes too.
  redis.on('reconnecting', () => lose());
  redis.on('ready', () => {
    if (lost) logger.info('redis recovered');
    lost = false;
  });
}
