import type { ActorContext } from '@aura/api';
import { createPlainDatabase, loginUrl, openPool, sql } from '@aura/db';
import { createJobContextOpener } from '@aura/identity';
import { startWorker } from '@aura/jobs';
import { type Person, type Statement, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { chores, jobs } from './index.ts';
import { modules } from './modules.ts';

const DAY = '2026-11-20';
const job = jobs.find(({ name }) => name === 'notifications.remind');

let world: World;
const statements: Statement[] = [];
beforeAll(async () => {
  world = await testWorld({ modules, onStatement: (statement) => void statements.push(statement) });
});
afterAll(() => world.close());
beforeEach(() =>
  world.superuser.query(`
    begin; set local session_replication_role = replica;
    delete from core.notifications; delete from core.reminder_days; update crm.deals set deleted_at = now();
    update core.memberships set preferences = '{}'; update core.tenants set timezone = 'UTC', status = 'active'; commit`),
);

type Change = (work: (ctx: ActorContext) => Promise<unknown>) => Promise<unknown>;

const remind = async (person: Person, day = DAY, transaction: Change = (work) => world.as(person).run(work)) =>
  job?.run({ transaction } as never, { day }, {} as never);
const dealOf = (person: Person, fields: Answer = {}): Promise<{ id: string }> =>
  world.as(person).api.deals.create({ name: 'Rollout', nextStep: 'Send the quote', nextStepOn: DAY, ...fields });
const told = async (person: Person): Promise<Answer[]> => (await world.as(person).api.notifications.list({})).items;
const due = async (at: string): Promise<Record<string, string>> => {
  const { rows } = await world.superuser.query('select user_id, day::text as day from core.list_reminders($1, 100)', [
    at,
  ]);
  return Object.fromEntries(rows.map((row) => [row.user_id, row.day]));
};
const countAll = async (): Promise<number> =>
  (await world.superuser.query(`select count(*)::int as n from core.notifications where event = 'next_step_due'`))
    .rows[0].n;

describe('the owner of a deal', () => {
  test('is told on the day of its next step, with a link; nobody else is', async () => {
    const { id } = await dealOf(world.acme.rep);
    for (const person of [world.acme.rep, world.acme.otherRep, world.acme.manager, world.globex.rep])
      await remind(person);
    expect(await told(world.acme.rep)).toMatchObject([
      { event: 'next_step_due', text: 'The next step of the deal Rollout is due', href: `/deals/${id}`, readAt: null },
    ]);
    expect(await countAll()).toBe(1);
  });

  test('is told once per day of a next step, and again when it was moved to another', async () => {
    const { id } = await dealOf(world.acme.rep);
    await remind(world.acme.rep);
    await remind(world.acme.rep);
    await remind(world.acme.rep, '2026-11-21');
    expect(await countAll()).toBe(1);
    await world.as(world.acme.rep).api.deals.update({ id, nextStepOn: '2026-11-24' });
    await remind(world.acme.rep, '2026-11-23');
    expect(await countAll()).toBe(1);
    await remind(world.acme.rep, '2026-11-24');
    expect(await countAll()).toBe(2);
  });

  test('hears of days on which no worker ran, but of none older than a week', async () => {
    await remind(world.acme.rep, '2026-11-01');
    await dealOf(world.acme.rep, { name: 'Old', nextStepOn: '2026-11-05' });
    await dealOf(world.acme.rep, { name: 'Missed', nextStepOn: '2026-11-18' });
    await remind(world.acme.rep);
    expect((await told(world.acme.rep)).map(({ record }) => record.name)).toEqual(['Missed']);
  });

  test('hears of more than ten at once', async () => {
    for (let n = 0; n < 11; n += 1) await dealOf(world.acme.rep, { name: `Deal ${n}` });
    await remind(world.acme.rep);
    expect(await told(world.acme.rep)).toMatchObject([
      { text: 'The next step of 11 deals is due', href: '/deals', count: 11 },
    ]);
  });

  test('is told nothing of won, lost and archived deals, of deals given away, or when switched off', async () => {
    const { items } = await world.as(world.acme.rep).api.pipelines.list({});
    const stageOf = (kind: string) => items[0].stages.find((stage: Answer) => stage.kind === kind).id;
    const { api } = world.as(world.acme.rep);
    await api.deals.update({ id: (await dealOf(world.acme.rep)).id, stageId: stageOf('won') });
    await api.deals.update({ id: (await dealOf(world.acme.rep)).id, stageId: stageOf('lost'), lostReason: 'Price' });
    await api.deals.archive({ id: (await dealOf(world.acme.rep)).id });
    const given = await dealOf(world.acme.rep);
    await world.as(world.acme.manager).api.deals.update({ id: given.id, ownerId: world.acme.otherRep.userId });
    await remind(world.acme.rep);
    await world.as(world.acme.otherRep).api.notifications.updatePreferences({ next_step_due: false });
    await remind(world.acme.otherRep);
    expect(await countAll()).toBe(0);
    await world.as(world.acme.otherRep).api.notifications.updatePreferences({ next_step_due: true });
    await remind(world.acme.otherRep);
    expect(await countAll()).toBe(0);
  });

  test('who is a manager hears of their own only', async () => {
    await dealOf(world.acme.manager, { name: 'Mine' });
    await dealOf(world.acme.rep, { name: 'Not mine' });
    await remind(world.acme.manager);
    expect((await told(world.acme.manager)).map(({ record }) => record.name)).toEqual(['Mine']);
  });
});

describe('once', () => {
  test('of two workers at the same time one tells', async () => {
    await dealOf(world.acme.rep);
    await Promise.all([remind(world.acme.rep), remind(world.acme.rep), remind(world.acme.rep)]);
    expect(await countAll()).toBe(1);
  });

  test('one that dies before its end leaves nothing, and the next tells', async () => {
    await dealOf(world.acme.rep);
    const dying: Change = (work) =>
      world.as(world.acme.rep).run(async (ctx) => {
        await work(ctx);
        throw new Error('killed');
      });
    await expect(remind(world.acme.rep, DAY, dying)).rejects.toThrow('killed');
    expect(await countAll()).toBe(0);
    await remind(world.acme.rep);
    expect(await countAll()).toBe(1);
  });

  test('a person sees and moves their own day only', async () => {
    await remind(world.acme.rep);
    for (const person of [world.acme.otherRep, world.acme.admin, world.globex.rep]) {
      const rows = await world.as(person).run((ctx) => ctx.db.selectFrom('core.reminder_days').selectAll().execute());
      expect(rows).toEqual([]);
      const moved = await world
        .as(person)
        .run((ctx) => ctx.db.updateTable('core.reminder_days').set({ reminded_on: DAY }).executeTakeFirst());
      expect(moved.numUpdatedRows).toBe(0n);
    }
    const forOther = { user_id: world.acme.otherRep.userId, reminded_on: DAY };
    await expect(
      world.as(world.acme.rep).run((ctx) =>
        ctx.db
          .insertInto('core.reminder_days')
          .values(forOther as never)
          .execute(),
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/42501|forbidden/) });
  });
});

describe('who is called', () => {
  test('active members, from seven in the morning of their workspace, who were not reminded that day', async () => {
    const { acme, globex } = world;
    await world.superuser.query(`update core.tenants set timezone = 'America/New_York' where id = $1`, [
      acme.tenant.id,
    ]);
    await world.superuser.query(`update core.tenants set timezone = 'Not/AZone' where id = $1`, [globex.tenant.id]);
    expect(Object.keys(await due('2026-11-20T06:59:00Z'))).toEqual([]);
    const globexOnly = await due('2026-11-20T11:59:00Z');
    expect(globexOnly).toHaveProperty(globex.rep.userId, DAY);
    expect(globexOnly).not.toHaveProperty(acme.rep.userId);
    expect(await due('2026-11-20T12:00:00Z')).toHaveProperty(acme.rep.userId, DAY);
    // Still Friday evening there, and Saturday where the server is.
    expect(await due('2026-11-21T02:00:00Z')).toHaveProperty(acme.rep.userId, DAY);
    await remind(acme.rep);
    expect(await due('2026-11-20T12:00:00Z')).not.toHaveProperty(acme.rep.userId);
    expect(await due('2026-11-21T12:00:00Z')).toHaveProperty(acme.rep.userId, '2026-11-21');
    await world.superuser.query(`update core.tenants set status = 'suspended' where id = $1`, [acme.tenant.id]);
    expect(await due('2026-11-21T12:00:00Z')).not.toHaveProperty(acme.rep.userId);
  });

  test('by two real workers, each once, under their own rights', async () => {
    // Noon somewhere, whenever this runs.
    const shift = 12 - new Date().getUTCHours();
    const zone = shift === 0 ? 'Etc/GMT' : `Etc/GMT${shift > 0 ? '-' : '+'}${Math.abs(shift)}`;
    await world.superuser.query('update core.tenants set timezone = $1', [zone]);
    const today = new Date().toISOString().slice(0, 10);
    await dealOf(world.acme.rep, { nextStepOn: today });
    await dealOf(world.globex.manager, { name: 'Theirs', nextStepOn: today });
    const stops = await Promise.all([work(), work()]);
    try {
      await vi.waitFor(
        async () => {
          const { rows } = await world.superuser.query('select count(*)::int as n from core.reminder_days');
          expect(rows[0].n).toBe(8);
        },
        { timeout: 60_000, interval: 100 },
      );
    } finally {
      for (const stop of stops) await stop();
    }
    expect((await told(world.acme.rep)).map(({ record }) => record.name)).toEqual(['Rollout']);
    expect((await told(world.globex.manager)).map(({ record }) => record.name)).toEqual(['Theirs']);
    expect(await countAll()).toBe(2);
  }, 120_000);
});

async function work(): Promise<() => Promise<void>> {
  const url = loginUrl(world.databaseUrl, world.platform.secret, 'aura_worker');
  const pool = openPool({ url, max: 2, isPooled: false, knowsContext: false });
  const worker = await startWorker({
    databaseUrl: url,
    jobs: jobs.filter(({ name }) => name === 'notifications.remind'),
    chores: chores.filter(({ name }) => name === 'notifications.call_reminders'),
    openContext: createJobContextOpener(world.platform, createPlainDatabase(pool)),
    logger: world.platform.logger,
    pollMs: 200,
  });
  return async () => {
    await worker.stop({ timeoutMs: 5_000 });
    await pool.end();
  };
}

test('with many deals the due ones are read by an index, for reps and managers', async () => {
  await dealOf(world.acme.rep, { nextStepOn: '2027-03-01' });
  await world.superuser.query(
    `begin; set local session_replication_role = replica;
     insert into crm.deals (tenant_id, name, currency, pipeline_id, stage_id, status, probability, owner_id, created_by, updated_by, next_step_on)
     select d.tenant_id, d.name, d.currency, d.pipeline_id, d.stage_id, d.status, d.probability, d.owner_id, d.created_by, d.updated_by,
            date '2027-01-01' + (n % 2000)
       from (select * from crm.deals where deleted_at is null limit 1) d, generate_series(1, 20000) n; commit`,
  );
  await world.superuser.query('analyze crm.deals');
  for (const person of [world.acme.rep, world.acme.manager]) {
    statements.length = 0;
    await remind(person, '2027-06-01');
    const read = statements.find(({ text }) => text.includes('next_step_sort'));
    expect(read).toBeDefined();
    const plan = await world.as(person).run(async (ctx) => {
      const parameters = (read?.values ?? []) as unknown[];
      const { rows } = await ctx.db.executeQuery<Answer>({
        ...sql`select 1`.compile(ctx.db),
        sql: `explain ${read?.text}`,
        parameters,
      });
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index.* Scan.*deals_(owner|open)_next_step/);
    expect(plan).not.toContain('Seq Scan on deals');
  }
});
