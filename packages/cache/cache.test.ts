import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { CacheLogger } from './cache.log.ts';
import { type Cache, createCache } from './cache.ts';
import { type LogLine, recordingLogger } from './cache-log.fixture.ts';
import { isCi } from './env.ts';
import { createRedisServer, hasRedisServer, type RedisServer } from './redis-server.fixture.ts';

const acme = '0195a0c4-0000-7000-8000-00000000000a';
const globex = '0195a0c4-0000-7000-8000-00000000000b';
const ttlMs = 60_000;

let redis: RedisServer;
beforeAll(async () => {
  if (!canRunRedis) return;
  redis = await createRedisServer();
  await redis.start();
});
afterAll(async () => {
  await redis?.kill();
});

const canRunRedis = hasRedisServer() || isCi();
const implementations = [
  {
    kind: 'memory',
    runs: true,
    create: (logger: CacheLogger) => createCache({ redisUrl: null, logger, maxEntries: 50 }),
  },
  {
    kind: 'redis',
    runs: canRunRedis,
    create: (logger: CacheLogger) => createCache({ redisUrl: redis.url, logger, maxEntries: 50 }),
  },
] as const;

for (const { kind, runs, create } of implementations) {
  describe.runIf(runs)(`the ${kind} cache`, () => {
    let cache: Cache;
    let lines: LogLine[];
    beforeAll(() => {
      const recording = recordingLogger();
      lines = recording.lines;
      cache = create(recording.logger);
    });
    afterAll(() => cache.close());

    test('returns what was set, until it is deleted', async () => {
      const scope = cache.forTenant(acme);
      expect(await scope.set('deal', { title: 'Rollout', amounts: [1, 2] }, { ttlMs })).toBe(true);
      expect(await scope.get('deal')).toEqual({ title: 'Rollout', amounts: [1, 2] });
      expect(await scope.delete('deal')).toBe(true);
      expect(await scope.get('deal')).toBeUndefined();
    });

    test('keeps null, false and 0 apart from absent', async () => {
      for (const value of [null, false, 0, '']) {
        await cache.platform.set('falsy', value, { ttlMs });
        expect(await cache.platform.get('falsy')).toBe(value);
      }
    });

    test('forgets a value when its time is over', async () => {
      await cache.platform.set('short', 1, { ttlMs: 40 });
      expect(await cache.platform.get('short')).toBe(1);
      await sleep(60);
      expect(await cache.platform.get('short')).toBeUndefined();
    });

    test('never shows one tenant, or the platform, the keys of another', async () => {
      await cache.forTenant(acme).set('secret', 'acme', { ttlMs });
      expect(await cache.forTenant(globex).get('secret')).toBeUndefined();
      expect(await cache.platform.get('secret')).toBeUndefined();
      await cache.forTenant(globex).delete('secret');
      expect(await cache.forTenant(acme).get('secret')).toBe('acme');
    });

    test.each(['', 'a b', 'a{b}', '}:x', 'a\nb', 'x'.repeat(201)])('refuses the key %j', async (key) => {
      await expect(cache.platform.get(key)).rejects.toThrow(TypeError);
    });

    test.each(['', 'acme', `${acme}}:x`, acme.toUpperCase()])('refuses the tenant id %j', (tenantId) => {
      expect(() => cache.forTenant(tenantId)).toThrow(TypeError);
    });

    test('refuses what is not JSON and a ttl that is not a whole number', async () => {
      await expect(cache.platform.set('x', undefined, { ttlMs })).rejects.toThrow(TypeError);
      await expect(cache.platform.set('x', 1, { ttlMs: 0 })).rejects.toThrow(RangeError);
    });

    test('counts concurrent increments without losing one, from the first for one ttl', async () => {
      const scope = cache.forTenant(acme);
      const counts = await Promise.all(Array.from({ length: 20 }, () => scope.increment('visits', { ttlMs: 150 })));
      expect(counts.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
      expect(await scope.increment('visits', { ttlMs: 150, by: 5 })).toBe(25);
      await sleep(170);
      expect(await scope.increment('visits', { ttlMs: 150 })).toBe(1);
    });

    test('does not count what is not a number', async () => {
      await cache.platform.set('word', 'seven', { ttlMs });
      expect(await cache.platform.increment('word', { ttlMs })).toBeUndefined();
      expect(await cache.platform.get('word')).toBe('seven');
    });

    test('allows as many points as the limit says, then says when to come back', async () => {
      const limit = { scope: 'rest', key: 'user-1', points: 3, windowS: 60 };
      const answers = [];
      for (let i = 0; i < 5; i += 1) answers.push(await cache.rateLimit(limit));
      expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false]);
      expect(answers.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0, 0]);
      expect(answers[0]).toEqual({ allowed: true, limit: 3, remaining: 2, resetS: 60, retryAfterS: 0 });
      expect(answers[4]?.retryAfterS).toBeGreaterThanOrEqual(59);
      expect(answers[4]?.retryAfterS).toBeLessThanOrEqual(60);
      expect((await cache.rateLimit({ ...limit, key: 'user-2' })).allowed).toBe(true);
      expect((await cache.rateLimit({ ...limit, scope: 'sign-in' })).allowed).toBe(true);
    });

    test('allows again when the window is over', async () => {
      const limit = { scope: 'short', key: 'user-1', points: 1, windowS: 1 };
      expect((await cache.rateLimit(limit)).allowed).toBe(true);
      expect((await cache.rateLimit(limit)).allowed).toBe(false);
      await sleep(1_050);
      expect((await cache.rateLimit(limit)).allowed).toBe(true);
    });

    test('lets through exactly the limit under concurrency', async () => {
      const limit = { scope: 'burst', key: 'user-1', points: 10, windowS: 60 };
      const answers = await Promise.all(Array.from({ length: 40 }, () => cache.rateLimit(limit)));
      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(10);
    });

    test('delivers a message to every subscriber of the channel in that tenant, and to nobody else', async () => {
      const received: unknown[] = [];
      const record = (who: string) => (message: unknown) => void received.push([who, message]);
      const leave = await Promise.all([
        cache.forTenant(acme).subscribe('deals', record('acme 1')),
        cache.forTenant(acme).subscribe('deals', record('acme 2')),
        cache.forTenant(acme).subscribe('contacts', record('other channel')),
        cache.forTenant(globex).subscribe('deals', record('globex')),
        cache.platform.subscribe('deals', record('platform')),
      ]);
      expect(await cache.forTenant(acme).publish('deals', { id: 'd1' })).toBe(true);
      await vi.waitFor(() => expect(received).toHaveLength(2));
      await sleep(30);
      expect(received).toEqual([
        ['acme 1', { id: 'd1' }],
        ['acme 2', { id: 'd1' }],
      ]);
      await Promise.all(leave.map((unsubscribe) => unsubscribe()));
      await cache.forTenant(acme).publish('deals', { id: 'd2' });
      await sleep(50);
      expect(received).toHaveLength(2);
    });

    test('keeps the other subscribers when one leaves twice or throws', async () => {
      const received: unknown[] = [];
      const scope = cache.forTenant(acme);
      const leaveFirst = await scope.subscribe('mixed', () => {
        throw new Error('jo@acme.com');
      });
      const leaveSecond = await scope.subscribe('mixed', async () => {
        throw new Error('jo@acme.com');
      });
      const leaveThird = await scope.subscribe('mixed', (message) => void received.push(message));
      await scope.publish('mixed', 1);
      await vi.waitFor(() => expect(received).toEqual([1]));
      await Promise.all([leaveFirst(), leaveFirst(), leaveSecond()]);
      await scope.publish('mixed', 2);
      await vi.waitFor(() => expect(received).toEqual([1, 2]));
      await leaveThird();
      expect(lines.filter(({ event }) => event === 'cache subscriber failed')).toHaveLength(2);
      expect(JSON.stringify(lines)).not.toContain('jo@acme.com');
    });

    test('refuses a message that is too large', async () => {
      await expect(cache.platform.publish('big', 'x'.repeat(20_000))).rejects.toThrow(RangeError);
    });

    test('says that it is well', async () => {
      expect(await cache.health()).toMatchObject({ kind, ok: true });
    });
  });
}

describe.runIf(canRunRedis)('several processes with one Redis', () => {
  test('share values, limits and messages', async () => {
    const [first, second] = [createCache({ redisUrl: redis.url }), createCache({ redisUrl: redis.url })];
    await first.forTenant(acme).set('shared', 1, { ttlMs });
    expect(await second.forTenant(acme).get('shared')).toBe(1);
    const limit = { scope: 'shared', key: 'user-1', points: 4, windowS: 60 };
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => (i % 2 ? first : second).rateLimit(limit)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(4);
    const received: unknown[] = [];
    await second.platform.subscribe('catalogue', (message) => void received.push(message));
    await first.platform.publish('catalogue', 'changed');
    await vi.waitFor(() => expect(received).toEqual(['changed']));
    await Promise.all([first.close(), second.close()]);
  });
});

describe.runIf(canRunRedis)('a lost Redis', () => {
  const limit = { scope: 'loss', key: 'user-1', points: 2, windowS: 60 };

  async function expectWithoutRedis(cache: Cache): Promise<void> {
    const scope = cache.forTenant(acme);
    expect(await scope.get('kept')).toBeUndefined();
    expect(await scope.set('kept', 2, { ttlMs })).toBe(false);
    expect(await scope.increment('count', { ttlMs })).toBeUndefined();
    expect(await scope.publish('deals', { id: 'lost' })).toBe(false);
    expect(await cache.health()).toMatchObject({ kind: 'redis', ok: false });
  }

  test('fails no request, limits in the process, and recovers by itself', async () => {
    const own = await createRedisServer();
    onTestFinished(own.kill);
    await own.start();
    const { logger, lines } = recordingLogger();
    const cache = createCache({ redisUrl: own.url, logger });
    const scope = cache.forTenant(acme);
    const received: unknown[] = [];
    const leave = await scope.subscribe('deals', (message) => void received.push(message));
    await scope.set('kept', 1, { ttlMs });

    await own.kill();
    await expectWithoutRedis(cache);
    const answers = [await cache.rateLimit(limit), await cache.rateLimit(limit), await cache.rateLimit(limit)];
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    const late = await scope.subscribe('late', (message) => void received.push(message));
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: 200 }, () => scope.get('kept')));
    expect(performance.now() - startedAt).toBeLessThan(200);
    expect(lines.filter(({ event }) => event === 'cache message dropped')).toHaveLength(1);
    await vi.waitFor(() => expect(lines.some(({ event }) => event === 'redis lost')).toBe(true));
    expect(JSON.stringify(lines)).not.toMatch(/user-1|kept|"lost"/);

    await own.start();
    await vi.waitFor(async () => expect(await cache.health()).toMatchObject({ ok: true }), { timeout: 5_000 });
    expect(await scope.set('kept', 3, { ttlMs })).toBe(true);
    expect(await scope.get('kept')).toBe(3);
    expect((await cache.rateLimit({ ...limit, key: 'user-2' })).allowed).toBe(true);
    await vi.waitFor(
      async () => {
        await scope.publish('deals', 'again');
        await scope.publish('late', 'late');
        expect(received).toEqual(expect.arrayContaining(['again', 'late']));
      },
      { timeout: 5_000, interval: 100 },
    );
    expect(lines.some(({ event }) => event === 'redis recovered')).toBe(true);
    await Promise.all([leave(), late()]);
    await cache.close();
  }, 20_000);

  test('that hangs instead of closing its connections costs at most half a second', async () => {
    const own = await createRedisServer();
    onTestFinished(own.kill);
    await own.start();
    const cache = createCache({ redisUrl: own.url, logger: recordingLogger().logger });
    const scope = cache.forTenant(acme);
    await scope.set('kept', 1, { ttlMs });
    own.freeze();
    const startedAt = performance.now();
    expect(await scope.get('kept')).toBeUndefined();
    expect((await cache.rateLimit(limit)).allowed).toBe(true);
    expect(performance.now() - startedAt).toBeLessThan(1_500);
    expect(await scope.delete('kept')).toBe(false);
    own.thaw();
    await vi.waitFor(async () => expect(await cache.health()).toMatchObject({ ok: true }), { timeout: 5_000 });
    // The delete that Redis missed has been repeated.
    await vi.waitFor(async () => expect(await scope.get('kept')).toBeUndefined(), { timeout: 2_000 });
    await cache.close();
  }, 20_000);

  test('that was never there serves as an empty cache, and is used when it comes', async () => {
    const own = await createRedisServer();
    onTestFinished(own.kill);
    const cache = createCache({ redisUrl: own.url, logger: recordingLogger().logger, instances: 2 });
    await expectWithoutRedis(cache);
    // Two instances share two points, so each grants one.
    const answers = [await cache.rateLimit(limit), await cache.rateLimit(limit)];
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, false]);
    await own.start();
    await vi.waitFor(async () => expect(await cache.forTenant(acme).set('kept', 1, { ttlMs })).toBe(true), {
      timeout: 5_000,
    });
    await cache.close();
  }, 20_000);
});
