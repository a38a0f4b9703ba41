import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from '@aura/db';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { stateOf, workBulk } from './bulk.fixture.ts';
import { startImportWorker } from './import-worker.fixture.ts';
import { modules } from './modules.ts';

// More than a person waits for: by a worker, in batches that are done whole or not at all.
const DEALS = 5_000;
const FILLED_AT_ONCE = 500;
const LONG_MS = 300_000;
// A batch of 500 is read, judged and written by a handful of statements, however many deals it has.
const STATEMENTS_PER_BATCH_MAX = 20;

let world: World;
let worker: { stop(): Promise<void> } | undefined;
let stageId: string;
let statements = 0;
beforeAll(async () => {
  world = await testWorld({ modules, onStatement: () => (statements += 1) });
  const { items } = await api().pipelines.list({});
  stageId = items[0].stages.find((stage: Answer) => stage.name === 'Proposal').id;
  await fillDeals();
}, LONG_MS);
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(() => world.close());

const person = () => world.acme.manager;
const api = (): Answer => world.as(person()).api;
const eventually = (assertion: () => Promise<void>): Promise<void> =>
  vi.waitFor(assertion, { timeout: LONG_MS / 2, interval: 25 });
const read = (id: string): Promise<Answer> => api().bulkEdits.get({ id });

async function fillDeals(): Promise<void> {
  await api().deals.create({ name: 'First' });
  for (let made = 1; made < DEALS; made += FILLED_AT_ONCE) await copyFirst(Math.min(FILLED_AT_ONCE, DEALS - made));
}

async function copyFirst(count: number): Promise<void> {
  await world.as(person()).run((ctx) =>
    sql`insert into crm.deals (name, currency, pipeline_id, stage_id, probability, owner_id)
        select d.name, d.currency, d.pipeline_id, d.stage_id, d.probability, d.owner_id
          from (select * from crm.deals order by id limit 1) d, generate_series(1, ${count})`.execute(ctx.db),
  );
}

describe('5,000 deals', () => {
  it(
    'are moved and given away by a worker and put back, by few statements',
    async () => {
      const before = await stateOf(world, world.acme.tenant.id);
      const changes = { stageId, ownerId: world.acme.rep.userId };
      expect(await api().deals.bulkPreview({ filter: {}, changes })).toMatchObject({ total: DEALS, changing: DEALS });
      const asked = await api().deals.bulk({ filter: {}, changes });
      expect(asked).toMatchObject({ status: 'queued', total: DEALS, processed: 0, abilities: { undo: false } });
      await expect(api().bulkEdits.undo({ id: asked.id })).rejects.toMatchObject({ cause: { reason: 'not_undoable' } });
      statements = 0;
      expect(await workBulk(world, person(), asked.id)).toMatchObject({ status: 'done', changed: DEALS, failed: 0 });
      expect(statements).toBeLessThan((DEALS / 500) * STATEMENTS_PER_BATCH_MAX);
      const undone = await api().bulkEdits.undo({ id: asked.id });
      expect(undone).toMatchObject({ status: 'queued', total: DEALS });
      expect(await workBulk(world, person(), undone.id)).toMatchObject({ status: 'done', changed: DEALS });
      expect(await stateOf(world, world.acme.tenant.id)).toEqual(before);
    },
    LONG_MS,
  );

  it('are asked for by the person’s own rights when the worker comes to it', async () => {
    const asked = await api().deals.bulk({ filter: {}, changes: { ownerId: world.acme.otherRep.userId } });
    await world.as(world.acme.admin).api.members.deactivate({ id: world.acme.otherRep.userId });
    expect(await workBulk(world, person(), asked.id)).toMatchObject({
      ...{ status: 'failed', changed: 0, failure: { code: 'unknown_reference' } },
    });
    await world.as(world.acme.admin).api.members.reactivate({ id: world.acme.otherRep.userId });
  });
});

describe('a worker killed in the middle', () => {
  async function killInTheMiddle(id: string): Promise<Answer> {
    const script = path.join(import.meta.dirname, 'import-worker-process.fixture.ts');
    const child: ChildProcess = spawn(process.execPath, [script, world.databaseUrl, world.platform.secret], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await eventually(async () => {
      const { processed } = await read(id);
      expect(processed).toBeGreaterThan(0);
    });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    return read(id);
  }

  it(
    'leaves whole batches; another goes on after them, and each deal is changed once',
    async () => {
      const asked = await api().deals.bulk({ filter: {}, changes: { notes: 'Killed' } });
      const left = await killInTheMiddle(asked.id);
      expect(left.status).toBe('running');
      expect(left.changed % 500).toBe(0);
      expect(left.changed).toBeLessThan(DEALS);
      worker = await startImportWorker(world.platform, world.databaseUrl);
      await eventually(async () =>
        expect(await read(asked.id)).toMatchObject({ status: 'done', changed: DEALS, unchanged: 0, failed: 0 }),
      );
      const { rows } = await world.superuser.query(
        `select count(*)::int as changed, (select retry_count from jobs.job where data -> 'input' ->> 'entityId' = $1) as retries
           from core.bulk_changes where edit_id = $1::uuid`,
        [asked.id],
      );
      expect(rows).toEqual([{ changed: DEALS, retries: 1 }]);
    },
    LONG_MS,
  );
});
