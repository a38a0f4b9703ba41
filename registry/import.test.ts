import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, errorsOf, type Upload, undo } from './import.fixture.ts';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const api = () => world.as(admin()).api;
const into = (what: Upload, person = admin()): Promise<Answer> => bringIn(world, person, what);
const organizations = (lines: string[], options: object = {}): Promise<Answer> =>
  into({ entity: 'organizations', file: csv(...lines), options });
const rowsOf = async (text: string, tenant = world.acme): Promise<Answer[]> =>
  (await world.superuser.query(text, [tenant.tenant.id])).rows;
const named = async (name: string): Promise<Answer> => (await api().organizations.list({ q: name })).items[0];
let serial = 0;
function fresh(noun: string): string {
  serial += 1;
  return `${noun} ${serial} Ltd`;
}

describe('a bad row', () => {
  it('is told with line, column, code and value, and stops no other', async () => {
    const [good, other] = [fresh('Good'), fresh('Other')];
    const done = await organizations([
      'name,website,parent,owner,tier',
      `${good},good.test,,,1`,
      ',x.test,,,',
      `${fresh('Bad')},javascript:alert(1),,,`,
      `${fresh('Bad')},,,Nobody Here,`,
      `${other},,,Rita Rep,`,
    ]);
    expect(done).toMatchObject({
      status: 'done',
      total: 5,
      processed: 5,
      created: 2,
      failed: 3,
      mapping: { tier: null },
    });
    expect(await errorsOf(world, admin(), done.id)).toEqual([
      { row: 3, column: 'name', code: 'required', message: 'Name is missing', value: null },
      { row: 4, column: 'website', code: 'not_an_address', message: expect.any(String), value: 'javascript:alert(1)' },
      {
        row: 5,
        column: 'owner',
        code: 'unknown_link',
        message: 'There is no member "Nobody Here"',
        value: 'Nobody Here',
      },
    ]);
    expect(await named(other)).toMatchObject({ ownerId: world.acme.rep.userId });
  });

  it('that only the database refuses is found among its batch', async () => {
    await organizations(['name,externalId', `${fresh('First')},X-1`]);
    const lines = Array.from({ length: 40 }, (_, index) => `${fresh('Row')},${index === 17 ? 'X-1' : `Y-${index}`}`);
    const done = await organizations(['name,externalId', ...lines], { duplicates: 'create' });
    expect(done).toMatchObject({ created: 39, failed: 1 });
    expect(await errorsOf(world, admin(), done.id)).toMatchObject([
      { row: 19, column: 'externalId', code: 'duplicate_external_id' },
    ]);
  });

  it('is hostile and harmless: formulas stay text, NUL and shifted cells are refused', async () => {
    const done = await organizations([
      'name,industry',
      `"=HYPERLINK(""http://evil"") ${serial}",x`,
      'A\u0000B,y',
      `${fresh('Shifted')},a,b`,
      `${fresh('Open')},"never closed`,
    ]);
    expect(done).toMatchObject({ created: 1, failed: 3 });
    expect((await errorsOf(world, admin(), done.id)).map(({ row, code }) => [row, code])).toEqual([
      [3, 'nul_character'],
      [4, 'too_many_cells'],
      [5, 'broken_quotes'],
    ]);
    const asCsv = await world
      .as(admin())
      .rest('GET', `/imports/${done.id}/errors`, { headers: { accept: 'text/csv' } });
    expect(asCsv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(asCsv.text.split('\r\n')[0]).toBe('row,column,code,message,value');
    const formula = await organizations(['name,website', `${fresh('F')},=1+1`]);
    expect(
      (await world.as(admin()).rest('GET', `/imports/${formula.id}/errors`, { headers: { accept: 'text/csv' } })).text,
    ).toContain("'=1+1");
  });

  it('with a parent that fails stays without it, and says so', async () => {
    const [a, b] = [fresh('Circle'), fresh('Circle')];
    const done = await organizations(['name,parent', `${a},${b}`, `${b},${a}`, `${fresh('Orphan')},No Such Parent`]);
    expect(done).toMatchObject({ created: 3, failed: 0 });
    expect((await errorsOf(world, admin(), done.id)).map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'parent', 'cycle'],
      [4, 'parent', 'unknown_link'],
    ]);
  });
});

describe('a dry run', () => {
  it('passes every row through the real rules and leaves nothing but its report', async () => {
    const name = fresh('Dry');
    const done = await organizations(['name,owner,colour', `${name},Rita Rep,red`, `${fresh('Dry')},Nobody,blue`], {
      dryRun: true,
      createMissing: ['customField'],
    });
    expect(done).toMatchObject({
      status: 'done',
      dryRun: true,
      total: 2,
      created: 1,
      failed: 1,
      mapping: { name: 'name', owner: 'owner.name', colour: 'customFields.colour' },
      abilities: { undo: false },
    });
    expect(await named(name)).toBeUndefined();
    expect(await rowsOf(`select 1 from core.custom_field_definitions where tenant_id = $1 and key = 'colour'`)).toEqual(
      [],
    );
    expect(await rowsOf(`select 1 from core.import_changes where tenant_id = $1 and import_id = '${done.id}'`)).toEqual(
      [],
    );
    await expect(api().imports.undo({ id: done.id })).rejects.toMatchObject({
      cause: { code: 'conflict', reason: 'not_undoable' },
    });
    const team = await into({
      entity: 'members',
      file: csv('name,manager', 'Dry Member,Dry Boss'),
      options: { dryRun: true, emailPattern: '{first}.{last}@dry.test' },
    });
    expect(team).toMatchObject({ created: 1 });
    expect((await world.superuser.query(`select 1 from identity.users where email like '%@dry.test'`)).rows).toEqual(
      [],
    );
  });
});

describe('duplicates', () => {
  it('are skipped, updated where they differ, or made again', async () => {
    const name = fresh('Twin');
    await organizations(['name,industry', `${name},Food`]);
    expect(await organizations(['name,industry', `${name.toUpperCase()}  ,Tech`])).toMatchObject({
      skipped: 1,
      created: 0,
    });
    expect(await organizations(['name,industry', `${name},`, `${name},Food`], { duplicates: 'update' })).toMatchObject({
      skipped: 2,
      updated: 0,
    });
    expect(
      await organizations(['name,industry', `${name},Tech`, `${name},Steel`], { duplicates: 'update' }),
    ).toMatchObject({ updated: 2 });
    expect(await named(name)).toMatchObject({ industry: 'Steel' });
    expect(await organizations(['name', name, name], { duplicates: 'create' })).toMatchObject({ created: 2 });
  });

  it('with external ids of their own are not one record', async () => {
    const name = fresh('Branch');
    expect(await organizations(['name,externalId', `${name},B-1`, `${name},B-2`])).toMatchObject({ created: 2 });
    expect(await organizations(['name,externalId', `${name},B-2`, `${name},B-3`])).toMatchObject({
      created: 1,
      skipped: 1,
    });
    expect(await into({ entity: 'contacts', file: csv('Name,Company', `Jo ${serial},${name}`) })).toMatchObject({
      failed: 1,
    });
  });
});

describe('undo', () => {
  it('removes what was made and restores what was changed, custom values and parents too', async () => {
    await api().customFields.create({ entity: 'organization', key: 'tier', label: 'Tier', type: 'number' });
    const [old, parent, added] = [fresh('Old'), fresh('Parent'), fresh('Added')];
    await organizations(['name,industry,tier', `${old},Food,1`, `${parent},,`]);
    const done = await organizations(
      ['name,industry,tier,parent', `${old},Tech,2,${parent}`, `${added},Tech,3,${parent}`],
      { duplicates: 'update' },
    );
    expect(done).toMatchObject({ created: 1, updated: 1 });
    const changed = await named(old);
    expect(changed).toMatchObject({ industry: 'Tech', customFields: { tier: 2 }, parentName: parent });
    const undone = await undo(world, admin(), done.id);
    expect(undone).toMatchObject({ status: 'undone', undo: { removed: 1, restored: 1, kept: [], keptCount: 0 } });
    expect(await named(old)).toMatchObject({
      id: changed.id,
      industry: 'Food',
      customFields: { tier: 1 },
      parentId: null,
    });
    expect(await named(added)).toBeUndefined();
    await expect(api().imports.undo({ id: done.id })).rejects.toMatchObject({ cause: { reason: 'not_undoable' } });
  });

  it('lists what someone edited since, and leaves it', async () => {
    const [edited, archived, plain] = [fresh('Edited'), fresh('Archived'), fresh('Plain')];
    const done = await organizations(['name', edited, archived, plain]);
    const [one, two] = [await named(edited), await named(archived)];
    await api().organizations.update({ id: one.id, industry: 'Mine' });
    await api().organizations.archive({ id: two.id });
    const { undo: report } = await undo(world, admin(), done.id);
    expect(report).toMatchObject({ removed: 1, keptCount: 2 });
    expect(report.kept).toEqual(
      expect.arrayContaining([
        { entity: 'organizations', id: one.id, row: 2, reason: 'edited' },
        { entity: 'organizations', id: two.id, row: 3, reason: 'removed' },
      ]),
    );
    expect(await named(edited)).toMatchObject({ industry: 'Mine' });
  });
});
