import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, errorsOf, undo, upload } from './import.fixture.ts';
import { modules } from './modules.ts';

// Values of a file that become options of the field they are brought into.
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
  for (const { admin } of [world.acme, world.globex])
    for (const [key, type] of [
      ['tier', 'select'],
      ['tags', 'multiselect'],
    ])
      await world.as(admin).api.customFields.create({
        ...{ entity: 'organization', key, label: key === 'tier' ? 'Tier' : 'Tags', type, options: ['Gold'] },
      });
});
afterAll(() => world.close());

const admin = (): Person => world.acme.admin;
const optionsOf = async (key: string, person = admin()): Promise<string[]> => {
  const { items } = await world.as(person).api.customFields.list({ entity: 'organization' });
  return items.find((field: Answer) => field.key === key).options;
};
const file = csv('name,tier,tags', 'A,Tin,gold;Odd', 'B,tin,', 'C,GOLD,Odd');
const send = (options: object, person = admin()): Promise<Answer> =>
  upload(world, person, { entity: 'organizations', file, options });

describe('new options', () => {
  it('are tried, and said, without a trace', async () => {
    const options = { dryRun: true, newOptions: { tier: ['Tin'], tags: ['Odd'] } };
    const done = await bringIn(world, admin(), { entity: 'organizations', file, options });
    expect(done).toMatchObject({ status: 'done', created: 3, failed: 0 });
    expect(done.notes.map(({ message }: Answer) => message)).toEqual([
      'Tier gets a new option: Tin',
      'Tags gets a new option: Odd',
    ]);
    expect([await optionsOf('tier'), await optionsOf('tags')]).toEqual([['Gold'], ['Gold']]);
  });

  it('are made with the import, taken by every spelling of them, and stay when it is undone', async () => {
    const without = await bringIn(world, admin(), { entity: 'organizations', file, options: { dryRun: true } });
    expect(without).toMatchObject({ created: 0, failed: 3 });
    const options = { newOptions: { tier: ['Tin', 'gold'], tags: ['Odd'] } };
    const done = await bringIn(world, admin(), { entity: 'organizations', file, options });
    expect(await errorsOf(world, admin(), done.id)).toEqual([]);
    expect([await optionsOf('tier'), await optionsOf('tags')]).toEqual([
      ['Gold', 'Tin'],
      ['Gold', 'Odd'],
    ]);
    const { items } = await world.as(admin()).api.organizations.list({ sort: 'name' });
    expect(items.map(({ customFields }: Answer) => customFields)).toEqual([
      { tier: 'Tin', tags: ['Gold', 'Odd'] },
      { tier: 'Tin' },
      { tier: 'Gold', tags: ['Odd'] },
    ]);
    const { rows } = await world.superuser.query(
      `select count(*)::int as n from core.events where tenant_id = $1 and type = 'custom_field.updated'`,
      [world.acme.tenant.id],
    );
    expect(rows).toEqual([{ n: 2 }]);
    expect(await optionsOf('tier', world.globex.admin)).toEqual(['Gold']);
    await undo(world, admin(), done.id);
    expect(await optionsOf('tier')).toEqual(['Gold', 'Tin']);
    expect((await world.as(admin()).api.organizations.list({})).items).toEqual([]);
  });

  it('leave the cell empty where the value is replaced by nothing', async () => {
    const options = { dryRun: true, values: { tier: { Tin: '', tin: '' }, tags: { Odd: '' } } };
    const done = await bringIn(world, admin(), { entity: 'organizations', file, options });
    expect(done).toMatchObject({ created: 3, failed: 0, notes: [] });
  });

  it('are offered by the preview to admins, for fields alone', async () => {
    const ask = async (person: Person): Promise<Answer> => {
      const form = new FormData();
      form.set('file', new Blob([csv('name,tier,parent', 'A,Lead,Nobody')]), 'file.csv');
      form.set('entity', 'organizations');
      form.set('options', '{}');
      const { body } = await world.as(person).rest('POST', '/imports/preview', { form });
      return (body as Answer).unmatched.map(({ column, isField, mayAddOptions }: Answer) => [
        column,
        isField,
        mayAddOptions,
      ]);
    };
    expect(await ask(admin())).toEqual([
      ['tier', true, true],
      ['parent', false, false],
    ]);
    expect(await ask(world.acme.manager)).toEqual([
      ['tier', true, false],
      ['parent', false, false],
    ]);
  });
});

describe('are refused', () => {
  it('for who may not change fields', async () => {
    expect(await send({ newOptions: { tier: ['Lead'] } }, world.acme.manager)).toMatchObject({
      status: 403,
      body: { code: 'custom_field_update' },
    });
    expect((await send({ newOptions: { tier: ['Lead'] } }, world.acme.rep)).status).toBe(403);
  });

  it('of columns that are no field with options, and of what is no option', async () => {
    for (const [column, mapping] of [
      ['name', undefined],
      ['nowhere', undefined],
      ['tier', { name: 'name', tier: null }],
      ['tier', { name: 'name', tier: 'industry' }],
    ] as const) {
      const answer = await send({ newOptions: { [column]: ['Lead'] }, ...(mapping ? { mapping } : {}) });
      expect(answer).toMatchObject({
        status: 422,
        body: { code: 'no_options', errors: [{ path: `options.newOptions.${column}` }] },
      });
    }
    for (const bad of [[], [''], ['x'.repeat(101)], 'Lead', Array.from({ length: 201 }, (_, n) => `${n}`)])
      expect((await send({ newOptions: { tier: bad } })).status).toBe(422);
  });

  it('beyond what a field holds: the import fails as a whole, and says why', async () => {
    const many = Array.from({ length: 199 }, (_, n) => `Option ${n}`);
    const done = await bringIn(world, admin(), {
      ...{ entity: 'organizations', file, options: { newOptions: { tier: many } } },
    });
    expect(done).toMatchObject({ status: 'failed', failure: { message: 'Tier: Use 200 options or fewer' } });
    expect(await optionsOf('tier')).toEqual(['Gold', 'Tin']);
  });
});
