import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES, found, makeCustomFields, nameOf, PLURALS } from './custom-fields.fixture.ts';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

const FILTERS: [query: string, names: string[]][] = [
  ['customFields.note=ELA', ['one', 'two']],
  ['customFields.note=%C3%A9lan%20v', ['one']],
  ['customFields.note=vital', []],
  ['customFields.site=https://A', ['one']],
  ['customFields.mail=b@', ['two']],
  ['customFields.seats=10', ['two']],
  ['customFields.seats=10&customFields.seats=-2.5', ['one', 'two']],
  ['customFields.seats.min=10', ['three', 'two']],
  ['customFields.seats.max=10', ['one', 'two']],
  ['customFields.seats.min=-2.5&customFields.seats.max=9.99', ['one']],
  ['customFields.renewal=2026-02-01', ['two']],
  ['customFields.renewal.from=2026-02-01', ['three', 'two']],
  ['customFields.renewal.to=2026-02-01', ['one', 'two']],
  ['customFields.renewal.from=2026-02-01&customFields.renewal.to=2026-12-31', ['two']],
  ['customFields.vip=true', ['one']],
  ['customFields.vip=false', ['two']],
  ['customFields.tier=Gold', ['one']],
  ['customFields.tier=Gold&customFields.tier=Silver', ['one', 'two']],
  ['customFields.tags=Gold', ['one', 'three']],
  ['customFields.tags=Tin&customFields.tags=Silver', ['one', 'three', 'two']],
  ['customFields.tags=Gold&customFields.seats.min=5', ['three']],
  ['customFields.tags=Gold&customFields.seats=10', []],
  ['customFields.tags=Gold&q=three', ['three']],
];

const REFUSED: [query: string, path: string][] = [
  ['customFields.nothing=1', 'customFields.nothing'],
  ['customFields.constructor=1', 'customFields.constructor'],
  ['customFields.__proto__=1', 'customFields.__proto__'],
  ['customFields.note.min=1', 'customFields.note.min'],
  ['customFields.note=a&customFields.note=b', 'customFields.note'],
  ['customFields.note=', 'customFields.note'],
  ['customFields.seats=many', 'customFields.seats'],
  ['customFields.seats.min=many', 'customFields.seats.min'],
  ['customFields.seats.from=2026-01-01', 'customFields.seats.from'],
  ['customFields.seats.most=1', 'customFields.seats.most'],
  ['customFields.seats=1&customFields.seats.min=many', 'customFields.seats.min'],
  ['customFields.seats.min.max=1', 'customFields.seats.min.max'],
  ['customFields.renewal.from=soon', 'customFields.renewal.from'],
  ['customFields.renewal=2026-02-30', 'customFields.renewal'],
  ['customFields.vip=maybe', 'customFields.vip'],
  ['customFields.tier=Lead', 'customFields.tier'],
  ['customFields.tags=Lead', 'customFields.tags'],
  ['customFields=Lead', 'customFields'],
  ['sort=customFields.nothing', 'sort'],
  ['sort=customFields.tags', 'sort'],
  ['sort=customFields', 'sort'],
];

describe.each(PLURALS)('%s by their custom fields', (plural) => {
  beforeAll(() => makeCustomFields(world, plural));

  it.each(FILTERS)('are found by %s', async (query, names) => {
    expect((await found(world, `${plural}?${query}`)).toSorted()).toEqual(names);
  });

  it.each(REFUSED)('are not found by %s', async (query, path) => {
    const { status, body } = await world.as(world.acme.admin).rest('GET', `/${plural}?${query}`);
    expect([status, body]).toMatchObject([422, { errors: [expect.objectContaining({ path })] }]);
  });

  it.each([
    ['note', ['one', 'two', 'three', 'none']],
    ['-note', ['three', 'two', 'one', 'none']],
    ['seats', ['one', 'two', 'three', 'none']],
    ['-seats', ['three', 'two', 'one', 'none']],
    ['renewal', ['one', 'two', 'three', 'none']],
    ['-renewal', ['three', 'two', 'one', 'none']],
    ['vip', ['two', 'one', 'none', 'three']],
    ['-tier', ['two', 'one', 'none', 'three']],
    ['site', ['one', 'two', 'none', 'three']],
    ['-mail', ['two', 'one', 'none', 'three']],
  ])('are sorted by %s, those without a value after the others, page by page', async (sort, names) => {
    const { api } = world.as(world.acme.admin);
    const by = sort.replace(/^(-?)/, '$1customFields.');
    for (const limit of [1, 2, 3, 4]) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await api[plural].list({ sort: by, limit, ...(cursor ? { cursor } : {}) });
        expect(page.total).toBe(4);
        seen.push(...page.items.map(nameOf));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(names);
    }
    await expect(api[plural].list({ sort: by, customFields: { tags: 'Gold' } })).resolves.toMatchObject({ total: 2 });
  });

  it('are filtered by typed values too, as the browser and stored filters give them', async () => {
    const { api } = world.as(world.acme.admin);
    const list = async (customFields: object) =>
      (await api[plural].list({ customFields })).items.map(nameOf).toSorted();
    expect(await list({ seats: { min: 10, max: 10 } })).toEqual(['two']);
    expect(await list({ vip: true, tier: ['Gold', 'Tin'] })).toEqual(['one']);
    expect(await list({ seats: 10 })).toEqual(['two']);
  });

  it('follow changes, archiving and restoring', async () => {
    const { api, rest } = world.as(world.acme.admin);
    const record = await api[plural].create({
      ...ENTITIES[plural]('moving'),
      customFields: { note: 'mov1', seats: 77 },
    });
    expect(await found(world, `${plural}?customFields.seats=77`)).toEqual(['moving']);
    await api[plural].update({ id: record.id, customFields: { note: 'mov2', seats: null } });
    expect(await found(world, `${plural}?customFields.seats=77`)).toEqual([]);
    expect(await found(world, `${plural}?customFields.note=mov2`)).toEqual(['moving']);
    await api[plural].archive({ id: record.id });
    expect(await found(world, `${plural}?customFields.note=mov`)).toEqual([]);
    expect(await found(world, `${plural}?customFields.note=mov&deleted=true`)).toEqual(['moving']);
    expect((await found(world, `${plural}?sort=customFields.note&deleted=true`))[0]).toBe('moving');
    expect(await found(world, `${plural}?sort=customFields.note`)).not.toContain('moving');
    await rest('POST', `/${plural}/${record.id}/restore`);
    expect(await found(world, `${plural}?customFields.note=mov`)).toEqual(['moving']);
    await api[plural].archive({ id: record.id });
    const { rows } = await world.superuser.query(
      `select text_value, is_archived from search.custom_values where record_id = $1`,
      [record.id],
    );
    expect(rows).toEqual([{ text_value: 'mov2', is_archived: true }]);
  });

  it('lose the filter of an archived field until it is restored', async () => {
    const { api, rest } = world.as(world.acme.admin);
    const { items } = await api.customFields.list({ entity: plural, limit: 100 });
    const { id } = items.find(({ key }: { key: string }) => key === 'tier');
    await api.customFields.archive({ id });
    for (const query of ['customFields.tier=Gold', 'sort=customFields.tier'])
      expect((await rest('GET', `/${plural}?${query}`)).status).toBe(422);
    await api.customFields.restore({ id });
    expect(await found(world, `${plural}?customFields.tier=Gold`)).toEqual(['one']);
  });
});
