import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setPassword } from '@aura/identity';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { csv, type Upload, upload } from './import.fixture.ts';
import { startImportWorker } from './import-worker.fixture.ts';
import { modules } from './modules.ts';

// Imports as a real worker runs them, from the outbox through the queue to the end.
const ROWS = 6_000;
const LONG_MS = 120_000;

let world: World;
let worker: { stop(): Promise<void> } | undefined;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const read = (id: string): Promise<Answer> => world.as(admin()).api.imports.get({ id });
const start = async (): Promise<void> => {
  worker = await startImportWorker(world.platform, world.databaseUrl);
};
const eventually = (assertion: () => Promise<void>): Promise<void> =>
  vi.waitFor(assertion, { timeout: LONG_MS / 2, interval: 50 });

async function send(what: Upload): Promise<string> {
  const answer = await upload(world, admin(), what);
  expect(answer.status, answer.text).toBe(202);
  return (answer.body as Answer).id;
}

async function liveCount(prefix: string): Promise<number> {
  const { rows } = await world.superuser.query<{ count: number }>(
    'select count(*)::int from crm.organizations where tenant_id = $1 and external_id ^@ $2 and deleted_at is null',
    [world.acme.tenant.id, prefix],
  );
  return rows[0]?.count ?? -1;
}

const organizations = (prefix: string, count: number): Upload => ({
  entity: 'organizations',
  file: csv('name,externalId', ...Array.from({ length: count }, (_, index) => `${prefix} ${index},${prefix}${index}`)),
});

describe('the real worker', () => {
  it('brings an upload in, and takes it away again', async () => {
    await start();
    const id = await send(organizations('Plain-', 20));
    await eventually(async () => expect(await read(id)).toMatchObject({ status: 'done', created: 20 }));
    await world.as(admin()).api.imports.undo({ id });
    await eventually(async () => expect(await read(id)).toMatchObject({ status: 'undone', undo: { removed: 20 } }));
    expect(await liveCount('Plain-')).toBe(0);
  });
});

describe('a worker killed in the middle', () => {
  async function startProcess(): Promise<ChildProcess> {
    const script = path.join(import.meta.dirname, 'import-worker-process.fixture.ts');
    const child = spawn(process.execPath, [script, world.databaseUrl, world.platform.secret], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    return child;
  }

  async function killInTheMiddle(id: string): Promise<void> {
    const child = await startProcess();
    await eventually(async () => {
      const { status, processed, total } = await read(id);
      expect(status).toBe('running');
      expect(processed).toBeGreaterThan(0);
      expect(processed).toBeLessThan(total);
    });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  it(
    'leaves nothing of an import and all of what an undo was to remove; another one finishes both',
    async () => {
      const id = await send(organizations('Killed-', ROWS));
      await killInTheMiddle(id);
      expect(await liveCount('Killed-')).toBe(0);
      expect(await read(id)).toMatchObject({ status: 'running', total: ROWS });
      await start();
      await eventually(async () => {
        // Never a part of it, whenever one looks.
        expect([0, ROWS]).toContain(await liveCount('Killed-'));
        expect(await read(id)).toMatchObject({ status: 'done', created: ROWS, failed: 0 });
      });
      expect(await liveCount('Killed-')).toBe(ROWS);

      await worker?.stop();
      worker = undefined;
      await world.as(admin()).api.imports.undo({ id });
      await killInTheMiddle(id);
      expect(await liveCount('Killed-')).toBe(ROWS);
      await start();
      await eventually(async () =>
        expect(await read(id)).toMatchObject({ status: 'undone', undo: { removed: ROWS, keptCount: 0 } }),
      );
      expect(await liveCount('Killed-')).toBe(0);
      const { rows } = await world.superuser.query(
        `select name, retry_count from jobs.job where data -> 'input' ->> 'entityId' = $1 order by name`,
        [id],
      );
      expect(rows).toEqual([
        { name: 'exchange.import', retry_count: 1 },
        { name: 'exchange.undo', retry_count: 1 },
      ]);
    },
    LONG_MS,
  );
});

describe('members with sendInvitations', () => {
  const team = (options: object): Upload => ({
    entity: 'members',
    file: csv('name,email,role', 'Ina New,ina@invited.test,sales_rep', 'Max Old,max@invited.test,manager'),
    options,
  });
  const bring = async (what: Upload): Promise<Answer> => {
    const id = await send(what);
    await eventually(async () => expect((await read(id)).status).toBe('done'));
    return read(id);
  };

  it('each get one mail with a link of their own that lets them in; a check sends none', async () => {
    await start();
    await bring(team({ sendInvitations: true, dryRun: true }));
    expect(world.mails).toEqual([]);
    expect(await bring(team({ sendInvitations: true }))).toMatchObject({ created: 2, failed: 0, notes: [] });
    await eventually(async () => expect(world.mails).toHaveLength(2));
    expect(world.mails.map(({ to }) => to).toSorted()).toEqual(['ina@invited.test', 'max@invited.test']);
    const link = world.mails.find(({ to }) => to === 'ina@invited.test')?.links[0];
    const token = new URL(String(link)).searchParams.get('token');
    const accepted = await world
      .anonymous(world.acme)
      .rest('POST', '/invitations/accept', { body: { token, name: 'Ina New', password: 'the tide is out today' } });
    expect(accepted.status, accepted.text).toBeLessThan(300);
    // Again: they are here, so nobody is written to.
    expect(await bring(team({ sendInvitations: true }))).toMatchObject({ created: 0, skipped: 2 });
    expect(world.mails).toHaveLength(2);
  });

  it('one who cannot be invited is a member all the same, and stops no other mail', async () => {
    await start();
    const file = csv('name,email', 'Eve First,eve@known.test', 'Kim Known,kim@known.test', 'Zed Last,zed@known.test');
    await bring({ entity: 'members', file: csv('name,email', 'Kim Known,kim@known.test') });
    const { rows } = await world.superuser.query<{ user_id: string }>(
      'select user_id from core.memberships where tenant_id = $1 and email_norm = $2',
      [world.acme.tenant.id, 'kim@known.test'],
    );
    const userId = String(rows[0]?.user_id);
    await setPassword(world.platform.identity, { userId, password: 'the tide is out today' });
    await world.as(admin()).api.members.deactivate({ id: userId });
    world.mails.length = 0;
    const done = await bring({ entity: 'members', file, options: { sendInvitations: true } });
    expect(done).toMatchObject({ created: 3, failed: 0 });
    expect(done.notes.map(({ code, count }: Answer) => [code, count])).toEqual([
      ['reactivated', 1],
      ['not_invited', 1],
    ]);
    await eventually(async () => expect(world.mails).toHaveLength(2));
    expect(world.mails.map(({ to }) => to).toSorted()).toEqual(['eve@known.test', 'zed@known.test']);
  });
});
