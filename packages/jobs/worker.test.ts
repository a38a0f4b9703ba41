import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Chore, defineChore, defineJob, defineSubscriber } from './job.ts';
import { acme, globex, jo, openTestContext } from './jobs.fixture.ts';
import { eventually, useWorkers } from './worker.fixture.ts';
import type { WorkerOptions } from './worker.ts';

const { database, start, lines, jobRows, rowOf } = useWorkers();

describe('a job', () => {
  test('is retried until it succeeds, and keeps its error messages to itself', async () => {
    const attempts: number[] = [];
    const flaky = defineJob({
      ...{ name: 'flaky', input: z.object({ id: z.string() }), on: ['flaky.requested'], retryDelayS: 1 },
      run: async (_ctx, _input, { attempt }) => {
        attempts.push(attempt);
        if (attempt < 2) throw Object.assign(new Error('Key (email)=(jo@acme.com) already exists'), { code: '23505' });
      },
    });
    await start({ jobs: [flaky] });
    await database().emit({ type: 'flaky.requested' });
    await eventually(() => expect(attempts).toEqual([1, 2]));
    await eventually(async () =>
      expect(await jobRows('flaky')).toMatchObject([{ state: 'completed', retry_count: 1 }]),
    );
    expect(lines().find(({ event }) => event === 'job failed')).toMatchObject({
      job: 'flaky',
      attempt: 1,
      error: '23505',
      tenantId: acme,
    });
    expect(JSON.stringify([lines(), await jobRows('flaky')])).not.toContain('jo@acme.com');
  });

  test('fails for good when its retries are used up', async () => {
    let attempts = 0;
    const hopeless = defineSubscriber({
      ...{ event: 'hopeless', retryLimit: 0 },
      run: async () => {
        attempts += 1;
        throw new TypeError('jo@acme.com');
      },
    });
    await start({ subscribers: [hopeless] });
    const id = await database().emit({ type: 'hopeless' });
    await eventually(async () =>
      expect(await rowOf(id)).toMatchObject({ state: 'failed', output: { error: 'TypeError' } }),
    );
    expect(attempts).toBe(1);
  });

  test.each([
    ['an unknown tenant', '0195a0c4-0000-7000-8000-0000000000ff', jo],
    ['a user who is no member', acme, '0195a0c4-0000-7000-8000-0000000000fe'],
  ])('of %s is refused: it fails without running, and is not retried', async (_who, tenantId, actorId) => {
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    await start({ subscribers: [defineSubscriber({ event: 'refused', run })] });
    const id = await database().emit({ type: 'refused', tenantId, actorId });
    await eventually(async () =>
      expect(await rowOf(id)).toMatchObject({
        state: 'failed',
        retry_count: 0,
        output: { error: 'refused', reason: 'context_refused' },
      }),
    );
    expect(run).not.toHaveBeenCalled();
    expect(lines().find(({ event }) => event === 'job refused')).toMatchObject({
      level: 'error',
      tenantId,
      error: '42501',
    });
    expect(JSON.stringify(lines())).not.toContain('jo@acme.com');
  });

  test('does not run when it claims another tenant than its context has', async () => {
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    const openContext: WorkerOptions['openContext'] = async () => openTestContext(globex, jo);
    await start({ openContext, subscribers: [defineSubscriber({ event: 'crossed', run })] });
    const id = await database().emit({ type: 'crossed' });
    await eventually(async () =>
      expect(await rowOf(id)).toMatchObject({ state: 'failed', output: { reason: 'tenant_mismatch' } }),
    );
    expect(run).not.toHaveBeenCalled();
  });

  test('is retried when its context could not be opened because of a fault', async () => {
    let opened = 0;
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    const openContext: WorkerOptions['openContext'] = async (tenantId, userId) => {
      opened += 1;
      if (opened === 1) throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
      return openTestContext(tenantId, userId);
    };
    const job = defineJob({ name: 'faulted', input: z.unknown(), on: ['faulted'], retryDelayS: 1, run });
    await start({ openContext, jobs: [job] });
    await database().emit({ type: 'faulted' });
    await eventually(() => expect(run).toHaveBeenCalledTimes(1));
    expect(opened).toBe(2);
  });

  test('does not run with an input that is not its own', async () => {
    const run = vi.fn<() => Promise<void>>(async () => undefined);
    await start({
      jobs: [
        defineJob({ name: 'strict', input: z.object({ importId: z.string() }), on: ['strict'], retryLimit: 0, run }),
      ],
    });
    await database().emit({ type: 'strict' });
    await eventually(async () =>
      expect(await jobRows('strict')).toMatchObject([{ state: 'failed', output: { error: 'invalid_input' } }]),
    );
    expect(run).not.toHaveBeenCalled();
  });

  test('enqueues another for its own tenant and user, once it has succeeded', async () => {
    const seen: unknown[] = [];
    const child = defineJob({
      name: 'child',
      input: z.object({ row: z.number() }),
      run: async (ctx, { row }) => void seen.push([ctx.tenantId, row]),
    });
    const parent = defineJob({
      ...{ name: 'parent', input: z.unknown(), on: ['parent'], retryDelayS: 1 },
      run: async (_ctx, _input, { later, attempt }) => {
        later(child, { row: attempt });
        if (attempt === 1) throw new Error('rolled back');
      },
    });
    await start({ jobs: [parent, child] });
    await database().emit({ type: 'parent', tenantId: globex });
    await eventually(() => expect(seen).toEqual([[globex, 2]]));
  });

  test('past its time is aborted and retried', async () => {
    const seen: unknown[] = [];
    const slow = defineJob({
      ...{ name: 'slow', input: z.unknown(), on: ['slow'], timeoutS: 1, retryDelayS: 1 },
      run: async (_ctx, _input, { attempt, signal }) => {
        if (attempt === 1) await sleep(10_000, undefined, { signal }).catch(() => seen.push('aborted'));
        else seen.push('second');
      },
    });
    await start({ jobs: [slow] });
    await database().emit({ type: 'slow' });
    await eventually(() => expect(seen).toEqual(['aborted', 'second']));
  });
});

describe('a worker', () => {
  test('finishes the running job when it is stopped, and takes no more', async () => {
    const seen: string[] = [];
    const job = defineJob({
      ...{ name: 'stopped', input: z.object({ id: z.string() }), on: ['stopped'] },
      run: async () => {
        seen.push('started');
        await sleep(1_200);
        seen.push('finished');
      },
    });
    const worker = await start({ jobs: [job] });
    await database().emit({ type: 'stopped' });
    await database().emit({ type: 'stopped' });
    await eventually(async () => expect(await jobRows('stopped')).toHaveLength(2));
    await eventually(() => expect(seen).toEqual(['started']));
    await worker.stop();
    expect(seen).toEqual(['started', 'finished']);
    expect(new Set((await jobRows('stopped')).map(({ state }) => state))).toEqual(new Set(['completed', 'created']));
  });

  test('gives a job back that outlasts its patience', async () => {
    const seen: number[] = [];
    const job = defineJob({
      ...{ name: 'patience', input: z.unknown(), on: ['patience'], retryDelayS: 1 },
      run: async (_ctx, _input, { attempt, signal }) => {
        seen.push(attempt);
        if (attempt === 1) await sleep(30_000, undefined, { signal }).catch(() => undefined);
      },
    });
    const worker = await start({ jobs: [job] });
    await database().emit({ type: 'patience' });
    await eventually(() => expect(seen).toEqual([1]));
    await worker.stop({ timeoutMs: 1_000 });
    expect(await jobRows('patience')).toMatchObject([{ state: 'retry' }]);
    await start({ jobs: [job] });
    await eventually(() => expect(seen).toEqual([1, 2]));
  });

  test('runs a chore once per period, however many workers there are', async () => {
    const run = vi.fn<Chore['run']>(async (execute) => void (await execute('select 1')));
    const chore = defineChore({ name: 'tidy', everyS: 3_600, run });
    await Promise.all([start({ chores: [chore] }), start({ chores: [chore] })]);
    await eventually(() => expect(run).toHaveBeenCalled());
    await sleep(1_200);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('refuses two jobs or subscribers of one name', async () => {
    const subscriber = defineSubscriber({ event: 'twice', run: async () => undefined });
    await expect(start({ subscribers: [subscriber, subscriber] })).rejects.toThrow('"twice"');
  });

  test('has no right to change the queue, or to read or mark events but through take_outbox', async () => {
    const { withConnection } = await import('@aura/db/databases');
    await withConnection(database().workerUrl, async (client) => {
      for (const text of [
        'create table jobs.mine ()',
        'drop table jobs.job',
        'alter table jobs.queue add x int',
        'select from core.events',
        'update core.events set relayed_at = null',
      ]) {
        await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
      }
    });
  });
});
