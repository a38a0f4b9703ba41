import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { installJobs } from './install.ts';
import { defineJob, defineSubscriber } from './job.ts';
import { eventually, useWorkers } from './worker.fixture.ts';

const { database, start, lines } = useWorkers();

describe('a worker process that is killed half-way', () => {
  test.each([
    ['its time has passed', 'crashed', 0],
    ['its heartbeat has stopped', 'heartless', 10],
  ])(
    'leaves its job to another once %s',
    async (_when, name, heartbeatS) => {
      const child = spawnWorker(name, heartbeatS);
      onTestFinished(() => void child.kill('SIGKILL'));
      const id = await database().emit({ type: `${name}.requested` });
      const marks = (): Promise<unknown[]> =>
        database().query('select mark from core.marks where mark = $1', [`${name} started`]);
      await eventually(async () => expect(await marks()).toHaveLength(1), 15_000);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;

      const seen: unknown[] = [];
      const settings = heartbeatS ? { timeoutS: 600, heartbeatS } : { timeoutS: 2 };
      const job = defineJob({
        ...{ name, input: z.object({ id: z.string() }), on: [`${name}.requested`], retryDelayS: 1, ...settings },
        run: async (_ctx, input, { attempt }) => void seen.push([input.id, attempt]),
      });
      const worker = await start({ jobs: [job] });
      await eventually(() => expect(seen).toEqual([[id, 2]]), 25_000);
      await worker.stop();
      expect(await marks()).toHaveLength(1);
    },
    60_000,
  );

  function spawnWorker(name: string, heartbeatS: number): ChildProcess {
    const script = path.join(import.meta.dirname, 'crash-worker.fixture.ts');
    return spawn(process.execPath, [script, database().workerUrl, database().adminUrl, name, String(heartbeatS)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
});

describe('a long run with a heartbeat', () => {
  test('is not given to anyone else while its process lives', async () => {
    const seen: number[] = [];
    const job = defineJob({
      ...{ name: 'alive', input: z.unknown(), on: ['alive'], timeoutS: 600, heartbeatS: 10 },
      run: async (_ctx, _input, { attempt }) => {
        seen.push(attempt);
        await sleep(13_000);
      },
    });
    const workers = await Promise.all([start({ jobs: [job] }), start({ jobs: [job] })]);
    await database().emit({ type: 'alive' });
    await eventually(
      async () =>
        expect(await database().query("select state::text from jobs.job where name = 'alive'")).toEqual([
          { state: 'completed' },
        ]),
      25_000,
    );
    expect(seen).toEqual([1]);
    await Promise.all(workers.map((worker) => worker.stop()));
  }, 40_000);
});

describe('a lost database', () => {
  test('is tried again until it is back, without losing an event or flooding the log', async () => {
    const seen: string[] = [];
    const subscriber = defineSubscriber({ event: 'survives', run: async (_ctx, event) => void seen.push(event.id) });
    const worker = await start({ subscribers: [subscriber] });
    const before = await database().emit({ type: 'survives' });
    await eventually(() => expect(seen).toEqual([before]), 10_000);

    await database().stopServer();
    await sleep(2_500);
    expect(lines().some(({ event }) => event === 'outbox not relayed')).toBe(true);
    expect(lines().filter(({ level }) => level !== 'info').length).toBeLessThan(6);
    await database().startServer();

    const after = await database().emit({ type: 'survives' });
    await eventually(() => expect(seen).toEqual([before, after]), 15_000);
    await worker.stop();
  }, 60_000);

  test('at the start is waited for', async () => {
    await database().stopServer();
    const starting = start({});
    await eventually(
      () => expect(lines().some(({ event }) => event === 'database not reachable yet')).toBe(true),
      5_000,
    );
    await database().startServer();
    const worker = await starting;
    await worker.stop();
  }, 60_000);

  test('is not what a missing schema or a wrong password is: those stop the start', async () => {
    const wrong = Object.assign(new URL(database().workerUrl), { password: 'wrong' }).href;
    await expect(start({ databaseUrl: wrong })).rejects.toMatchObject({ code: '28P01' });
    const elsewhere = Object.assign(new URL(database().adminUrl), { pathname: '/template1' }).href;
    await expect(start({ databaseUrl: elsewhere })).rejects.toThrow('not installed');
  });
});

describe('the queue', () => {
  test('can be installed again, and keeps its jobs', async () => {
    const count = (): Promise<unknown> => database().query('select count(*) from jobs.job');
    const before = await count();
    await installJobs({ adminUrl: database().adminUrl });
    expect(await count()).toEqual(before);
  });

  test('uses no named statements, LISTEN or session settings, so a transaction pooler will do', () => {
    const log = fs.readFileSync(path.join(database().dir, 'server.log'), 'utf8');
    expect(log).toContain('execute <unnamed>');
    expect(log).not.toMatch(/LOG: {2}execute (?!<unnamed>)/);
    expect(log).not.toMatch(
      /LOG: {2}(execute <unnamed>|statement): (listen|set (?!local)|prepare|select pg_advisory_lock)/i,
    );
  });
});
