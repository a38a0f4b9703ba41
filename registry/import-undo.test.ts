import { setTimeout as sleep } from 'node:timers/promises';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, giveUpUndo, undo, workUndo } from './import.fixture.ts';
import { modules } from './modules.ts';

// Undo is a job: asked for in the request, done by a worker, whole or not at all.
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const api = (): Answer => world.as(admin()).api;
const organizations = (...lines: string[]): Promise<Answer> =>
  bringIn(world, admin(), { entity: 'organizations', file: csv('name,externalId', ...lines) });
const liveCount = async (like: string): Promise<number> => {
  const { rows } = await world.superuser.query<{ count: number }>(
    'select count(*)::int from crm.organizations where tenant_id = $1 and external_id like $2 and deleted_at is null',
    [world.acme.tenant.id, like],
  );
  return rows[0]?.count ?? -1;
};

describe('asking for an undo', () => {
  it('answers 202 and runs; asked again meanwhile it is the same one, and afterwards refused', async () => {
    const { id } = await organizations('Asked,Ask-1');
    const rest = (path: string, method = 'GET') => world.as(admin()).rest(method, path);
    const first = await rest(`/imports/${id}/undo`, 'POST');
    expect(first).toMatchObject({ status: 202, body: { status: 'running', undoing: true, total: 1, processed: 0 } });
    expect(first.headers.get('location')).toBe(`/api/v1/imports/${id}`);
    expect(await rest(`/imports/${id}/undo`, 'POST')).toMatchObject({ status: 202, body: { status: 'running' } });
    const { rows } = await world.superuser.query(
      `select 1 from core.events where entity_id = $1 and type = 'import.undo_requested'`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect((await api().imports.list({ status: 'running' })).items.map((one: Answer) => one.id)).toEqual([id]);
    expect((await api().imports.list({ status: 'done' })).items).toEqual([]);
    expect(await liveCount('Ask-%')).toBe(1);
    await workUndo(world, admin(), id);
    expect(await api().imports.get({ id })).toMatchObject({
      ...{ status: 'undone', undoing: false, total: 1, processed: 1, undo: { removed: 1 } },
    });
    expect(await rest(`/imports/${id}/undo`, 'POST')).toMatchObject({ status: 409, body: { code: 'not_undoable' } });
    await workUndo(world, admin(), id);
    expect(await api().imports.get({ id })).toMatchObject({ status: 'undone', undo: { removed: 1 } });
  });

  it('is for those who may import such records', async () => {
    const team = await bringIn(world, admin(), {
      entity: 'members',
      file: csv('name,email', 'Undo Me,undo.me@team.test'),
    });
    const manager = world.as(world.acme.manager);
    expect((await manager.rest('POST', `/imports/${team.id}/undo`)).status).toBe(403);
    expect((await world.as(world.acme.rep).rest('POST', `/imports/${team.id}/undo`)).status).toBe(403);
    expect(await api().imports.get({ id: team.id })).toMatchObject({ status: 'done', abilities: { undo: true } });
  });
});

describe('an undone import', () => {
  it('leaves nothing in lists, search and figures, and the same file comes in anew', async () => {
    const file = csv('name,externalId,organization,amount', 'Gone deal,Gone-1,Gone Ltd,100');
    const options = { createMissing: ['organization'] };
    const done = await bringIn(world, admin(), { entity: 'deals', file, options });
    const figures = async (): Promise<Answer> => ({
      deals: (await api().deals.list({})).total,
      organizations: (await api().organizations.list({ q: 'Gone' })).total,
      search: (await api().search.all({ q: 'Gone' })).items.length,
      board: (await api().deals.board({})).count,
    });
    expect(await figures()).toEqual({ deals: 1, organizations: 1, search: 2, board: 1 });
    expect(await undo(world, admin(), done.id)).toMatchObject({ undo: { removed: 2 } });
    expect(await figures()).toEqual({ deals: 0, organizations: 0, search: 0, board: 0 });
    expect(await bringIn(world, admin(), { entity: 'deals', file, options })).toMatchObject({ created: 1, failed: 0 });
  });
});

/** Holds one record, so that whoever changes all of them waits there; answers how to kill whoever waits. */
async function holdUp(externalId: string): Promise<() => Promise<void>> {
  const holder = await world.superuser.connect();
  await holder.query('begin');
  await holder.query('select from crm.organizations where external_id = $1 for update', [externalId]);
  return async () => {
    const waiting = `usename = 'aura_app' and datname = current_database() and wait_event_type = 'Lock'`;
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where ${waiting}`;
    while ((await world.superuser.query(kill)).rowCount === 0) await sleep(50);
    await holder.query('rollback');
    holder.release();
  };
}

describe('a worker that dies in the middle of an undo', () => {
  it('leaves the import whole, and the next run takes all of it away', async () => {
    const rows = 6_000;
    const { id } = await organizations(...Array.from({ length: rows }, (_, index) => `Dying ${index},Dying-${index}`));
    await api().imports.undo({ id });
    const killWhileWaiting = await holdUp(`Dying-${rows - 1}`);
    const run = workUndo(world, admin(), id).then(
      () => 'finished',
      () => 'died',
    );
    const state = (): Promise<Answer> => api().imports.get({ id });
    await killWhileWaiting();
    expect(await run).toBe('died');
    expect(await liveCount('Dying-%')).toBe(rows);
    expect(await state()).toMatchObject({ status: 'running', undoing: true, total: rows });
    await workUndo(world, admin(), id);
    expect(await liveCount('Dying-%')).toBe(0);
    expect(await state()).toMatchObject({ status: 'undone', undo: { removed: rows, keptCount: 0 } });
  }, 90_000);
});

describe('an undo that cannot be', () => {
  it('is told, the import stays done, and it can be asked for again', async () => {
    const { id } = await organizations('Stuck,Stuck-1');
    await world.superuser.query(`
      create function core.refuse_undo() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '40P01'; end $$;
      create trigger a_refuse before update on crm.organizations for each row when (new.external_id = 'Stuck-1') execute function core.refuse_undo()`);
    await api().imports.undo({ id });
    await expect(workUndo(world, admin(), id)).rejects.toMatchObject({ code: '40P01' });
    await giveUpUndo(world, admin(), id);
    expect(await api().imports.get({ id })).toMatchObject({
      ...{ status: 'done', undoing: false, failure: { code: 'undo_interrupted' }, abilities: { undo: true } },
    });
    await world.superuser.query('drop trigger a_refuse on crm.organizations; drop function core.refuse_undo()');
    expect(await undo(world, admin(), id)).toMatchObject({ status: 'undone', failure: null });
  });
});
