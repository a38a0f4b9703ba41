import { describe, expect, test } from 'vitest';
import { createCache } from './cache.ts';

const ttlMs = 60_000;

describe('the memory cache', () => {
  test('holds no more than its entries, and drops the least recently used', async () => {
    const { platform, close } = createCache({ redisUrl: null, maxEntries: 3 });
    for (const key of ['a', 'b', 'c']) await platform.set(key, key, { ttlMs });
    await platform.get('a');
    await platform.set('d', 'd', { ttlMs });
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((key) => platform.get(key)));
    expect(found).toEqual(['a', undefined, 'c', 'd']);
    await close();
  });

  test('holds no more than its entries of each limit', async () => {
    const { rateLimit, close } = createCache({ redisUrl: null, maxEntries: 2 });
    const use = async (key: string): Promise<boolean> =>
      (await rateLimit({ scope: 's', key, points: 1, windowS: 60 })).allowed;
    expect([await use('a'), await use('b'), await use('b')]).toEqual([true, true, false]);
    expect([await use('c'), await use('b'), await use('a')]).toEqual([true, false, true]);
    await close();
  });
});
