import type { Redis } from 'ioredis';
import type { CacheLogger } from './cache.log.ts';
import type { CacheStore } from './cache.store.ts';
import { connectRedis } from './redis.connection.ts';

type OnText = (text: string) => void;
type Subscriber = { subscribe: CacheStore['subscribe']; close(): Promise<void> };

/** A connection of its own, opened with the first subscription; its channels survive a lost Redis. */
export function createRedisSubscriber(url: string, logger: CacheLogger): Subscriber {
  const channels = new Map<string, Set<OnText>>();
  let connecting: Promise<Redis> | undefined;

  const connected = (): Promise<Redis> => {
    connecting ??= openSubscriber(url, logger, channels);
    return connecting;
  };

  return {
    subscribe: async (channel, onText) => {
      const subscriber: OnText = (text) => onText(text);
      const subscribers = channels.get(channel) ?? new Set<OnText>();
      channels.set(channel, subscribers.add(subscriber));
      const redis = await connected();
      // Refused while Redis is lost; 'ready' subscribes to all channels again.
      await redis.subscribe(channel).catch(() => undefined);
      return async () => {
        subscribers.delete(subscriber);
        if (subscribers.size > 0 || channels.get(channel) !== subscribers) return;
        channels.delete(channel);
        await redis.unsubscribe(channel).catch(() => undefined);
      };
    },
    close: async () => {
      channels.clear();
      if (connecting) (await connecting).disconnect();
    },
  };
}

async function openSubscriber(url: string, logger: CacheLogger, channels: Map<string, Set<OnText>>): Promise<Redis> {
  const { redis, settled } = connectRedis(url, logger);
  redis.on('message', (channel: string, text: string) => {
    // A copy: a subscriber may leave while it is called.
    for (const onText of [...(channels.get(channel) ?? [])]) onText(text);
  });
  redis.on('ready', () => {
    if (channels.size > 0) redis.subscribe(...channels.keys()).catch(() => undefined);
  });
  await settled;
  return redis;
}
