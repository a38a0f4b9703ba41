import { setTimeout as sleep } from 'node:timers/promises';
import { createCache } from '@aura/cache';
import { createRedisServer, hasRedisServer } from '@aura/cache/redis-server.fixture';
import { AppError, EVERYONE, uuid } from '@aura/kernel';
import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import type { Platform } from '../context.ts';
import { emitEvents } from '../events.service.ts';
import { procedure, router } from '../trpc.ts';
import { endLiveStreams, openLiveStream, readLiveVersion } from './live-stream.service.ts';

const id = '0193a000-0000-7000-8000-000000000001';
const FAST = { lookMs: 50, checkEvery: 1 };

const noteRouter = router({
  change: procedure('note:write')
    .input(z.strictObject({ id: uuid, isRefused: z.boolean().default(false) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.emit({ type: 'deal.changed', entity: 'deal', entityId: input.id, data: { secret: 'a name' } });
      await emitEvents(ctx.db, [{ type: 'activity.created', entity: 'activity', entityId: input.id }]);
      if (input.isRefused) throw new AppError('conflict');
    }),
});

const notes = {
  id: 'notes',
  permissions: { 'note:write': EVERYONE },
  routers: { notes: noteRouter },
  hears: {
    listensTo: ({ type }: { type: string }) => type === 'deal.changed',
    hear: async (_: unknown, events: readonly { entityId: string }[]) => told.filter(() => events.length === 1),
  },
};
const told: string[] = [];

type Heard = { text: () => string; kinds: () => string[][]; isOver: () => boolean; stop: () => Promise<void> };

/** Reads a stream as a browser does. */
async function listen(platform: Platform, person: Person, check = async (): Promise<unknown> => true): Promise<Heard> {
  const { tenantId, userId } = person;
  const reader = (await openLiveStream(platform, { tenantId, userId, check }, FAST)).getReader();
  const state = { text: '', isOver: false };
  const decoder = new TextDecoder();
  const read = async (): Promise<void> => {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      state.text += decoder.decode(part.value);
    state.isOver = true;
  };
  void read();
  const stop = async (): Promise<void> => reader.cancel();
  onTestFinished(stop);
  return {
    text: () => state.text,
    kinds: () => [...state.text.matchAll(/^data: (\{.*\})$/gm)].map(([, json]) => JSON.parse(String(json)).kinds),
    isOver: () => state.isOver,
    stop,
  };
}

describe('live push', () => {
  let world: World;
  beforeAll(async () => {
    world = await testWorld({ modules: [notes] });
  });
  afterAll(() => world.close());
  const change = (person: Person, isRefused = false): Promise<unknown> =>
    world.as(person).api.notes.change({ id, isRefused });

  test('a colleague hears within two seconds that something of these kinds changed, once, and nothing else', async () => {
    const heard = await listen(world.platform, world.acme.manager);
    await change(world.acme.rep);
    await vi.waitFor(() => expect(heard.kinds()).toEqual([['activity', 'deal']]), { timeout: 2_000 });
    expect(heard.text()).not.toContain(id);
    expect(heard.text()).not.toContain('a name');
  });

  test('another tenant hears nothing', async () => {
    const heard = await listen(world.platform, world.globex.admin);
    await change(world.acme.rep);
    await sleep(150);
    expect(heard.kinds()).toEqual([]);
  });

  test('a change that is rolled back is not told', async () => {
    const heard = await listen(world.platform, world.acme.manager);
    await expect(change(world.acme.rep, true)).rejects.toMatchObject({ code: 'CONFLICT' });
    await sleep(150);
    expect(heard.kinds()).toEqual([]);
  });

  test('only those who have a new notification hear of it', async () => {
    told.push(world.acme.manager.userId);
    const [manager, rep] = [
      await listen(world.platform, world.acme.manager),
      await listen(world.platform, world.acme.rep),
    ];
    await change(world.acme.rep);
    told.length = 0;
    await vi.waitFor(() => expect(manager.kinds()).toEqual([['activity', 'deal', 'notification']]));
    await vi.waitFor(() => expect(rep.kinds()).toEqual([['activity', 'deal']]));
    expect(manager.text()).not.toContain(world.acme.manager.userId);
  });

  test('the stream ends with the session', async () => {
    let isSignedIn = true;
    const check = async (): Promise<void> => {
      if (!isSignedIn) throw new AppError('unauthenticated');
    };
    const heard = await listen(world.platform, world.acme.manager, check);
    await vi.waitFor(() => expect(heard.text()).toContain(': still here'));
    isSignedIn = false;
    await vi.waitFor(() => expect(heard.isOver()).toBe(true));
    await change(world.acme.rep);
    expect(heard.kinds()).toEqual([]);
  });

  test('all streams end with the process, and a person has a bounded number of them', async () => {
    const heard = await Promise.all(Array.from({ length: 8 }, () => listen(world.platform, world.acme.otherRep)));
    await expect(listen(world.platform, world.acme.otherRep)).rejects.toMatchObject({ reason: 'too_many_streams' });
    await listen(world.platform, world.acme.rep);
    await heard[0]?.stop();
    await vi.waitFor(() => listen(world.platform, world.acme.otherRep));
    endLiveStreams(world.platform.cache);
    await vi.waitFor(() => expect(heard.slice(1).every((stream) => stream.isOver())).toBe(true));
  });

  test('the version differs after a change in the tenant, and only then', async () => {
    const version = async (person: Person): Promise<string> => {
      const { authenticate, platform, requestId } = world.as(person).ctx();
      return readLiveVersion(platform, await authenticate(), requestId);
    };
    const before = await version(world.acme.rep);
    const others = await version(world.globex.rep);
    expect(await version(world.acme.manager)).toBe(before);
    await change(world.acme.otherRep);
    expect(await version(world.acme.rep)).not.toBe(before);
    expect(await version(world.globex.rep)).toBe(others);
  });

  test.runIf(hasRedisServer())(
    'a lost Redis is said, so that browsers ask; changes arrive again when it is back',
    async () => {
      const redis = await createRedisServer();
      await redis.start();
      const cache = createCache({ redisUrl: redis.url, logger: world.platform.logger });
      onTestFinished(async () => {
        await cache.close();
        await redis.kill();
      });
      const platform = { ...world.platform, cache };
      const heard = await listen(platform, world.acme.manager);
      await redis.kill();
      await vi.waitFor(() => expect(heard.text()).toContain('event: push\ndata: false'), { timeout: 5_000 });
      await redis.start();
      await vi.waitFor(() => expect(heard.text()).toMatch(/data: false[\s\S]*event: push\ndata: true/), {
        timeout: 10_000,
      });
    },
  );
});
