import { createPlainDatabase, loginUrl, openPool, sql } from '@aura/db';
import { runExport } from '@aura/exchange';
import { createJobContextOpener } from '@aura/identity';
import type { Person, RestAnswer, World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { ask, exporters, exportWorld, recordsOf, takeOut, work } from './export.fixture.ts';
import { jobs } from './index.ts';

let world: World;
beforeAll(async () => {
  world = await exportWorld();
  await world.as(world.acme.rep).api.deals.create({ name: 'Mine' });
});
afterAll(() => world.close());

const get = (person: Person, path: string): Promise<RestAnswer> => world.as(person).rest('GET', path);
const idOf = (answer: RestAnswer): string => (answer.body as { id: string }).id;
const deals = { scope: 'deals' };
const requested = async (person: Person, wanted = deals): Promise<string> => idOf(await ask(world, person, wanted));
const alter = (text: string, id: string): Promise<unknown> => world.superuser.query(text, [id]);

describe('an export is its maker’s', () => {
  it('to read, to list and to download: others get 404, in the tenant and elsewhere', async () => {
    const { made } = await takeOut(world, world.acme.rep, deals);
    for (const person of [world.acme.admin, world.acme.manager, world.acme.otherRep, world.globex.admin]) {
      for (const path of [`/exports/${made.id}`, `/exports/${made.id}/file`])
        expect((await get(person, path)).status).toBe(404);
      const { items } = await world.as(person).api.exports.list({});
      expect(items).toEqual([]);
    }
    const { items } = await world.as(world.acme.rep).api.exports.list({ scope: 'deals' });
    expect(items).toEqual([expect.objectContaining({ id: made.id, rows: 1, status: 'done' })]);
  });

  it('in the database too, for reading, writing and deleting', async () => {
    const { made } = await takeOut(world, world.acme.rep, deals);
    for (const person of [world.acme.admin, world.acme.otherRep, world.globex.admin]) {
      const seen = await world.as(person).run(async ({ db }) => ({
        exports: await db.selectFrom('core.exports').select('id').where('id', '=', made.id).execute(),
        chunks: await db.selectFrom('core.export_chunks').select('position').where('export_id', '=', made.id).execute(),
        deleted: await db.deleteFrom('core.export_chunks').where('export_id', '=', made.id).executeTakeFirst(),
      }));
      expect(seen).toEqual({ exports: [], chunks: [], deleted: { numDeletedRows: 0n } });
      const plant = world.as(person).run(({ db }) =>
        db
          .insertInto('core.export_chunks')
          .values({ export_id: made.id, position: 9, bytes: Buffer.from('x') })
          .execute(),
      );
      await expect(plant).rejects.toMatchObject({ code: expect.stringMatching(/^(23503|42501)$/) });
    }
    expect((await get(world.acme.rep, `/exports/${made.id}/file`)).status).toBe(200);
  });

  it('and somebody else’s worker does nothing with it', async () => {
    const id = await requested(world.acme.rep);
    await work(world, world.acme.admin, id);
    await work(world, world.globex.admin, id);
    expect((await get(world.acme.rep, `/exports/${id}`)).body).toMatchObject({ status: 'queued', rows: 0 });
  });
});

describe('a file', () => {
  it('is there for a day, as a download with its size', async () => {
    const { made } = await takeOut(world, world.acme.rep, deals);
    const path = `/exports/${made.id}/file`;
    expect(made.downloadUrl).toBe(`/api/v1${path}`);
    const hours = (Date.parse(made.expiresAt) - Date.parse(made.finishedAt)) / 3_600_000;
    expect(hours).toBe(24);
    const { status, headers, text } = await get(world.acme.rep, path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8; header=present']);
    expect(headers.get('content-length')).toBe(String(made.bytes));
    expect(headers.get('content-disposition')).toContain(made.fileName);
    expect(recordsOf(text)).toHaveLength(1);
    await alter(`update core.exports set expires_at = now() - interval '1 second' where id = $1`, made.id);
    expect((await get(world.acme.rep, path)).status).toBe(404);
    expect((await get(world.acme.rep, `/exports/${made.id}`)).body).toMatchObject({
      status: 'expired',
      downloadUrl: null,
    });
    await world.superuser.query('select core.tidy_exports()');
    expect(await chunksOf(made.id)).toBe(0);
  });

  it('is not handed to its maker in another role', async () => {
    const { made } = await takeOut(world, world.acme.manager, deals);
    await setMember(world.acme.manager, `role = 'sales_rep'`);
    onTestFinished(() => setMember(world.acme.manager, `role = 'manager'`));
    const demoted: Person = { ...world.acme.manager, role: 'sales_rep' };
    expect((await get(demoted, `/exports/${made.id}/file`)).status).toBe(404);
  });

  it('is kept by upkeep until its day is over', async () => {
    const { made } = await takeOut(world, world.acme.rep, deals);
    await world.superuser.query('select core.tidy_exports()');
    expect((await get(world.acme.rep, `/exports/${made.id}/file`)).status).toBe(200);
  });

  it('is in the audit log: asked for, made and fetched, with its rows', async () => {
    const { made } = await takeOut(world, world.acme.rep, { ...deals, filter: { status: 'open' } } as typeof deals);
    const { items } = await world.as(world.acme.admin).api.audit.list({ entity: 'export', entityId: made.id });
    expect(items.map(({ action, actorId }: Answer) => [action, actorId])).toEqual(
      ['downloaded', 'done', 'requested'].map((verb) => [`export.${verb}`, world.acme.rep.userId]),
    );
    expect(items[1].detail).toMatchObject({ scope: 'deals', format: 'csv', filter: { status: 'open' }, rows: 1 });
  });
});

describe('a run', () => {
  it('that died half-way is begun anew, and the pieces of a late one are refused', async () => {
    const id = await requested(world.acme.rep);
    const slow = exporters.get('deals');
    if (!slow) throw new Error('No module exports deals');
    const voice = world.as(world.acme.rep);
    const late = new Map([
      [
        'deals',
        {
          ...slow,
          read: async (ctx: never, page: never) => {
            await work(world, world.acme.rep, id);
            return slow.read(ctx, page);
          },
        },
      ],
    ]);
    await runExport(
      { reader: voice.ctx(), transaction: (change) => voice.run(change) },
      { exportId: id, exporters: late as never },
    );
    const { text } = await get(world.acme.rep, `/exports/${id}/file`);
    expect(recordsOf(text)).toHaveLength(1);
  });

  it('of what the role does not allow any more fails, and says so', async () => {
    const id = await requested(world.acme.admin, { scope: 'audit-log' });
    await setMember(world.acme.otherRep, `role = 'admin'`);
    await setMember(world.acme.admin, `role = 'manager'`);
    onTestFinished(async () => {
      await setMember(world.acme.admin, `role = 'admin'`);
      await setMember(world.acme.otherRep, `role = 'sales_rep'`);
    });
    await runAsJob(world.acme.admin, id);
    const demoted: Person = { ...world.acme.admin, role: 'manager' };
    expect((await get(demoted, `/exports/${id}`)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'export_scope' },
    });
    expect(await chunksOf(id)).toBe(0);
  });

  it('is the job of its maker, and refused once that member is gone or the workspace suspended', async () => {
    const { rep, tenant } = world.acme;
    const [first, second, third] = [await requested(rep), await requested(rep), await requested(rep)];
    await runAsJob(rep, first);
    expect((await get(rep, `/exports/${first}`)).body).toMatchObject({ status: 'done', rows: 1 });

    await setMember(rep, `status = 'deactivated'`);
    await expect(runAsJob(rep, second)).rejects.toMatchObject({ reason: 'context_refused' });
    await expect(get(rep, `/exports/${first}/file`).then(({ status }) => status)).resolves.toBeGreaterThanOrEqual(400);
    await setMember(rep, `status = 'active'`);

    await alter(`update core.tenants set status = 'suspended' where id = $1`, tenant.id);
    await expect(runAsJob(rep, third)).rejects.toMatchObject({ reason: 'context_refused' });
    await alter(`update core.tenants set status = 'active' where id = $1`, tenant.id);
    expect((await get(rep, `/exports/${third}`)).body).toMatchObject({ status: 'queued' });
  });

  it('of many records is read and stored in pieces', async () => {
    const { admin } = world.globex;
    await world.as(admin).run(({ db }) =>
      sql`insert into crm.contacts (first_name, last_name, title, owner_id)
        select 'Jo ' || n, 'Many', repeat('x', 150), ${admin.userId} from generate_series(1, 4200) n`.execute(db),
    );
    const { made, text } = await takeOut(world, admin, { scope: 'contacts' });
    expect([made.rows, recordsOf(text).length, new Set(text.split('\r\n')).size]).toEqual([4200, 4200, 4202]);
    expect(await chunksOf(made.id)).toBe(2);
  });

  it('that no worker ever ended is ended by upkeep', async () => {
    const id = await requested(world.acme.rep);
    await world.superuser.query('alter table core.exports disable trigger a_touch');
    await alter(`update core.exports set updated_at = now() - interval '7 hours' where id = $1`, id);
    await world.superuser.query('alter table core.exports enable trigger a_touch');
    await world.superuser.query('select core.tidy_exports()');
    expect((await get(world.acme.rep, `/exports/${id}`)).body).toMatchObject({
      status: 'failed',
      failure: { code: 'abandoned' },
    });
  });
});

async function chunksOf(id: string): Promise<number> {
  const { rows } = await world.superuser.query(
    'select count(*)::int as n from core.export_chunks where export_id = $1',
    [id],
  );
  return rows[0].n;
}

async function setMember({ tenantId, userId }: Person, change: string): Promise<void> {
  await world.superuser.query(`update core.memberships set ${change} where tenant_id = $1 and user_id = $2`, [
    tenantId,
    userId,
  ]);
}

/** As the worker does it: in a context that the database opens for this member, or refuses. */
async function runAsJob({ tenantId, userId }: Person, entityId: string): Promise<void> {
  const url = loginUrl(world.databaseUrl, world.platform.secret, 'aura_worker');
  const pool = openPool({ url, max: 1, isPooled: false, knowsContext: false });
  try {
    const context = await createJobContextOpener(world.platform, createPlainDatabase(pool))(tenantId, userId);
    const job = jobs.find(({ name }) => name === 'exchange.export');
    const run = { id: 'test', attempt: 1, signal: new AbortController().signal, later: () => undefined };
    await context.run(async (ctx) => job?.run(ctx, { entityId }, run));
  } finally {
    await pool.end();
  }
}
