import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob, defineSubscriber } from './job.ts';
import { acme, globex, jo } from './jobs.fixture.ts';
import { eventually, useWorkers } from './worker.fixture.ts';

const { database, start, lines, jobRows, rowOf } = useWorkers();

describe('the relay', () => {
  test('gives each event to each of its subscribers, in the tenant and as the user of the event', async () => {
    const seen: unknown[] = [];
    const see = (who: string) =>
      defineSubscriber({
        name: `see.${who}`,
        event: who === 'all' ? '*' : 'deal.won',
        run: async (ctx, event) => void seen.push([who, ctx.tenantId, ctx.actor.userId, event]),
      });
    await start({ subscribers: [see('first'), see('second'), see('all')] });
    const entityId = '0195a0c4-0000-7000-8000-0000000000d1';
    const id = await database().emit({ type: 'deal.won', entityId, tenantId: globex });
    const other = await database().emit({ type: 'deal.lost' });
    await eventually(() => expect(seen).toHaveLength(4));
    const event = { id, type: 'deal.won', entityId };
    expect(seen).toEqual(
      expect.arrayContaining([
        ['first', globex, jo, event],
        ['second', globex, jo, event],
        ['all', globex, jo, event],
        ['all', acme, jo, { id: other, type: 'deal.lost', entityId: null }],
      ]),
    );
  });

  test('relays each event exactly once under two workers', async () => {
    const seen: string[] = [];
    const subscriber = defineSubscriber({
      name: 'count',
      event: 'counted',
      run: async (_ctx, event) => void seen.push(event.id),
    });
    await Promise.all([start({ subscribers: [subscriber] }), start({ subscribers: [subscriber] })]);
    const ids = await database().query(
      "insert into core.events (tenant_id, actor_id, type) select $1, $2, 'counted' from generate_series(1, 300) returning id",
      [acme, jo],
    );
    await eventually(() => expect(seen.length).toBeGreaterThanOrEqual(300), 20_000);
    await sleep(300);
    expect(seen).toHaveLength(300);
    expect(new Set(seen)).toEqual(new Set(ids.map(({ id }) => id)));
  }, 30_000);

  test('keeps an event whose jobs could not be queued', async () => {
    await database().query('revoke insert on jobs.job, jobs.job_common from aura_worker');
    const seen: string[] = [];
    await start({
      subscribers: [defineSubscriber({ event: 'kept', run: async (_ctx, event) => void seen.push(event.id) })],
    });
    const id = await database().emit({ type: 'kept' });
    await eventually(() => expect(lines().some(({ event }) => event === 'outbox not relayed')).toBe(true));
    expect(await database().query('select relayed_at from core.events where id = $1', [id])).toEqual([
      { relayed_at: null },
    ]);
    await database().query('grant insert on jobs.job, jobs.job_common to aura_worker');
    await eventually(() => expect(seen).toEqual([id]));
  });

  test('queues nothing when the event could not be marked as relayed, and both once it can', async () => {
    await database().query(`
      create function core.refuse_commit() returns trigger language plpgsql as 'begin raise exception ''refused at commit''; end';
      create constraint trigger refuse_commit after update on core.events deferrable initially deferred
        for each row when (new.type = 'atomic') execute function core.refuse_commit()`);
    const seen: string[] = [];
    await start({
      subscribers: [defineSubscriber({ event: 'atomic', run: async (_ctx, event) => void seen.push(event.id) })],
    });
    const id = await database().emit({ type: 'atomic' });
    await eventually(() => expect(lines().some(({ event }) => event === 'outbox not relayed')).toBe(true));
    expect(await rowOf(id)).toBeUndefined();
    await database().query('drop trigger refuse_commit on core.events');
    await eventually(() => expect(seen).toEqual([id]));
  });

  test('starts a job whose events these are', async () => {
    const seen: unknown[] = [];
    const job = defineJob({
      name: 'import',
      input: z.object({ id: z.guid(), type: z.string() }),
      on: ['import.requested'],
      run: async (ctx, input) => void seen.push([ctx.tenantId, input]),
    });
    await start({ jobs: [job] });
    const id = await database().emit({ type: 'import.requested' });
    await eventually(() => expect(seen).toEqual([[acme, { id, type: 'import.requested' }]]));
    await eventually(async () => expect(await jobRows('import')).toMatchObject([{ state: 'completed', output: null }]));
  });
});
