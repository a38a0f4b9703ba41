import { setTimeout as sleep } from 'node:timers/promises';
import { type RestAnswer, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, type Upload, upload, work } from './import.fixture.ts';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const manager = () => world.acme.manager;
const api = () => world.as(admin()).api;
const into = (what: Upload, person = admin()): Promise<Answer> => bringIn(world, person, what);
const rowsOf = async (text: string, tenant = world.acme): Promise<Answer[]> =>
  (await world.superuser.query(text, [tenant.tenant.id])).rows;
let serial = 0;
function fresh(noun: string): string {
  serial += 1;
  return `${noun} ${serial} Ltd`;
}

describe('who may', () => {
  const simple: Upload = { entity: 'organizations', file: csv('name', 'Whoever') };

  it('managers and admins import; reps neither import nor look', async () => {
    expect((await upload(world, world.acme.rep, simple)).status).toBe(403);
    expect(await into({ ...simple, file: csv('name', fresh('Managed')) }, manager())).toMatchObject({ created: 1 });
    const { id } = await into(simple);
    for (const path of ['/imports', `/imports/${id}`, `/imports/${id}/errors`])
      expect((await world.as(world.acme.rep).rest('GET', path)).status).toBe(403);
    await expect(
      world.as(world.acme.rep).run((ctx) => ctx.db.selectFrom('core.import_files').select('bytes').execute()),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('only admins import members and add fields', async () => {
    expect((await upload(world, manager(), { entity: 'members', file: csv('name', 'X') })).status).toBe(403);
    const options = { mapping: { name: 'name', new_one: 'customFields.newOne' }, createMissing: ['customField'] };
    expect(
      (await upload(world, manager(), { entity: 'organizations', file: csv('name,new_one', 'X,1'), options })).status,
    ).toBe(403);
  });

  it('an import of another tenant is not there', async () => {
    const { id } = await into(simple);
    const stranger = world.as(world.globex.admin);
    for (const path of [`/imports/${id}`, `/imports/${id}/errors`])
      expect((await stranger.rest('GET', path)).status).toBe(404);
    expect((await stranger.rest('POST', `/imports/${id}/undo`)).status).toBe(404);
    await work(world, world.globex.admin, id);
    expect((await stranger.api.imports.list({})).items).toEqual([]);
  });
});

describe('an upload', () => {
  it('answers 202 with its place, and is queued', async () => {
    const answer = await upload(world, admin(), {
      entity: 'organizations',
      file: csv('name', 'Queued'),
      name: 'C:\\lists\\accounts.csv',
    });
    expect(answer).toMatchObject({ status: 202, body: { status: 'queued', fileName: 'accounts.csv', total: null } });
    expect(answer.headers.get('location')).toBe(`/api/v1/imports/${(answer.body as Answer).id}`);
    expect(
      await rowsOf(`select type from core.events where tenant_id = $1 and entity_id = '${(answer.body as Answer).id}'`),
    ).toEqual([{ type: 'import.requested' }]);
  });

  it.each([
    ['a zip file', 'PK\u0003\u0004', {}, 'file'],
    ['an empty file', '', {}, 'file'],
    ['a target that is none', csv('name', 'X'), { mapping: { name: 'nom' } }, 'options.mapping.name'],
    [
      'a column that is none',
      csv('name', 'X'),
      { mapping: { name: 'name', other: 'industry' } },
      'options.mapping.other',
    ],
    [
      'a field that is none',
      csv('name,x', 'X,1'),
      { mapping: { name: 'name', x: 'customFields.ghost' } },
      'options.mapping.x',
    ],
    ['no required field', csv('industry', 'X'), {}, 'options.mapping'],
    ['an unknown option', csv('name', 'X'), { mappings: {} }, 'options.mappings'],
    ['a senseless date format', csv('name', 'X'), { dateFormat: 'HH:MM' }, 'options.dateFormat'],
  ])('with %s is refused at once', async (_what, file, options, path) => {
    const answer = await upload(world, admin(), { entity: 'organizations', file, options });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: expect.arrayContaining([expect.objectContaining({ path })]) },
    });
  });

  it('with an Idempotency-Key is one import, and another file under that key is refused', async () => {
    const send = (text: string): Promise<RestAnswer> => {
      const form = new FormData();
      form.set('file', new Blob([text]), 'x.csv');
      form.set('entity', 'organizations');
      return world.as(admin()).rest('POST', '/imports', { form, headers: { 'idempotency-key': 'upload-1' } });
    };
    const [first, again] = [await send('name\nOnce\n'), await send('name\nOnce\n')];
    expect([first.status, (again.body as Answer).id]).toEqual([202, (first.body as Answer).id]);
    expect((await send('name\nTwice\n')).status).toBe(422);
  });

  it('can be looked at first', async () => {
    const form = new FormData();
    form.set('file', new Blob(['Company;Sector;Weird\nA & B;Food;1\n']), 'x.csv');
    form.set('entity', 'organizations');
    const { status, body } = await world.as(admin()).rest('POST', '/imports/preview', { form });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      delimiter: ';',
      encoding: 'utf-8',
      rows: [['A & B', 'Food', '1']],
      mapping: { Company: 'name', Sector: 'industry', Weird: null },
      confidence: { Company: 'guess', Weird: 'none' },
    });
  });
});

describe('a worker that dies half-way', () => {
  it('leaves nothing, and the next run brings all of it in', async () => {
    const lines = Array.from({ length: 6_000 }, (_, index) => `Crash ${index},Crash-${index}`);
    const answer = await upload(world, admin(), { entity: 'organizations', file: csv('name,externalId', ...lines) });
    const { id } = answer.body as { id: string };
    const run = work(world, admin(), id).then(
      () => 'finished',
      () => 'died',
    );
    const progress = async (): Promise<Answer> => api().imports.get({ id });
    for (let seen = await progress(); seen.processed === 0 && seen.status !== 'done'; seen = await progress())
      await sleep(50);
    await world.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'aura_app' and xact_start is not null`,
    );
    expect(await run).toBe('died');
    expect(
      await rowsOf(`select count(*)::int from crm.organizations where tenant_id = $1 and external_id like 'Crash-%'`),
    ).toEqual([{ count: 0 }]);
    expect(await progress()).toMatchObject({ status: 'running', total: 6000 });
    await work(world, admin(), id);
    expect(await progress()).toMatchObject({ status: 'done', processed: 6000, created: 6000 });
    await work(world, admin(), id);
    expect(
      await rowsOf(`select count(*)::int from crm.organizations where tenant_id = $1 and external_id like 'Crash-%'`),
    ).toEqual([{ count: 6000 }]);
  }, 90_000);
});
