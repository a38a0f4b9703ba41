import { randomUUID } from 'node:crypto';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
});
afterAll(() => world.close());

type Values = Record<string, unknown>;
const OPTIONS = ['Gold', 'Silver', 'Tin'];
const FIELDS = {
  note: 'text',
  site: 'url',
  mail: 'email',
  seats: 'number',
  renewal: 'date',
  vip: 'boolean',
  tier: 'select',
  tags: 'multiselect',
} as const;

const ENTITIES = {
  organizations: (name: string) => ({ name }),
  contacts: (name: string) => ({ lastName: name }),
  deals: (name: string) => ({ name }),
  products: (name: string) => ({ name, sku: randomUUID() }),
};
type Plural = keyof typeof ENTITIES;
const PLURALS = Object.keys(ENTITIES) as Plural[];

const RECORDS: Record<string, Values> = {
  one: {
    note: 'Élan vital',
    site: 'https://a.test/x',
    mail: 'a@a.test',
    seats: -2.5,
    renewal: '2026-01-31',
    vip: true,
    tier: 'Gold',
    tags: ['Gold', 'Tin'],
  },
  two: {
    note: 'elastic',
    site: 'https://b.test',
    mail: 'b@b.test',
    seats: 10,
    renewal: '2026-02-01',
    vip: false,
    tier: 'Silver',
    tags: ['Silver'],
  },
  three: { note: 'Zebra', seats: 1_000_000, renewal: '2027-12-31', tags: ['Gold', 'Silver'] },
  none: {},
};

const defined = new Map<string, Promise<void>>();
/** The fields of an entity and four records of an admin's, made once. */
function setUp(plural: Plural): Promise<void> {
  const made = defined.get(plural) ?? make(plural);
  defined.set(plural, made);
  return made;
}

async function make(plural: Plural): Promise<void> {
  const { api } = world.as(world.acme.admin);
  for (const [key, type] of Object.entries(FIELDS)) {
    const options = type === 'select' || type === 'multiselect' ? { options: OPTIONS } : {};
    await api.customFields.create({ entity: plural, key, label: `The ${key}`, type, ...options });
  }
  for (const [name, customFields] of Object.entries(RECORDS))
    await api[plural].create({ ...ENTITIES[plural](name), customFields });
}

const nameOf = (item: { name: string }): string => item.name;
const found = async (plural: Plural, query: string, person = world.acme.admin): Promise<string[]> => {
  const { status, body } = await world.as(person).rest('GET', `/${plural}?${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  const { items, total } = body as { items: { name: string }[]; total: number };
  expect(total).toBe(items.length);
  return items.map(nameOf);
};

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
  beforeAll(() => setUp(plural));

  it.each(FILTERS)('are found by %s', async (query, names) => {
    expect((await found(plural, query)).toSorted()).toEqual(names);
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
    expect(await found(plural, 'customFields.seats=77')).toEqual(['moving']);
    await api[plural].update({ id: record.id, customFields: { note: 'mov2', seats: null } });
    expect(await found(plural, 'customFields.seats=77')).toEqual([]);
    expect(await found(plural, 'customFields.note=mov2')).toEqual(['moving']);
    await api[plural].archive({ id: record.id });
    expect(await found(plural, 'customFields.note=mov')).toEqual([]);
    expect(await found(plural, 'customFields.note=mov&deleted=true')).toEqual(['moving']);
    expect((await found(plural, 'sort=customFields.note&deleted=true'))[0]).toBe('moving');
    expect(await found(plural, 'sort=customFields.note')).not.toContain('moving');
    await rest('POST', `/${plural}/${record.id}/restore`);
    expect(await found(plural, 'customFields.note=mov')).toEqual(['moving']);
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
    expect(await found(plural, 'customFields.tier=Gold')).toEqual(['one']);
  });
});

describe('a filter by custom fields', () => {
  it('is the same for the board, a bulk change and a file', async () => {
    await setUp('deals');
    await setUp('contacts');
    const { api, rest } = world.as(world.acme.admin);
    const board = await api.deals.board({ customFields: { seats: { min: 10 } } });
    expect(board.count).toBe(2);
    const byQuery = await rest('GET', '/deals/board?customFields.seats.min=10');
    expect(byQuery.status === 404 || (byQuery.body as { count: number }).count === 2).toBe(true);
    const filter = { customFields: { tier: 'Silver' } };
    expect(await api.contacts.reassign({ filter, ownerId: world.acme.manager.userId })).toEqual({ changed: 1 });
    expect((await api.contacts.list({ ownerId: world.acme.manager.userId })).items.map(nameOf)).toEqual(['two']);
    await expect(
      api.contacts.reassign({ filter: { customFields: { tin: 1 } }, ownerId: world.acme.manager.userId }),
    ).rejects.toMatchObject({ cause: { code: 'invalid' } });
    await expect(
      api.exports.create({ scope: 'contacts', format: 'csv', filter: { customFields: { tin: 1 } }, code: '000000' }),
    ).rejects.toMatchObject({ cause: { issues: [{ path: 'filter.customFields.tin' }] } });
  });

  it.each(['contacts', 'deals'] as const)(
    'shows a rep their own %s and those shared with them, and counts them',
    async (plural) => {
      await setUp(plural);
      const mine = await world
        .as(world.acme.rep)
        .api[plural].create({ ...ENTITIES[plural]('mine'), customFields: { note: 'secret mine', seats: 5 } });
      const theirs = await world
        .as(world.acme.otherRep)
        .api[plural].create({ ...ENTITIES[plural]('theirs'), customFields: { note: 'secret theirs', seats: 6 } });
      const rep = world.acme.rep;
      expect(await found(plural, 'customFields.note=secret', rep)).toEqual(['mine']);
      expect(await found(plural, 'customFields.seats.min=0', rep)).toEqual(['mine']);
      expect(await found(plural, 'sort=-customFields.seats', rep)).toEqual(['mine']);
      const seen = () =>
        world.as(rep).run(async (ctx) => {
          const rows = await ctx.db.selectFrom('search.custom_values').select('record_id').distinct().execute();
          return rows.map(({ record_id }) => record_id).filter((id) => [mine.id, theirs.id].includes(id));
        });
      expect(await seen()).toEqual([mine.id]);
      await world.as(world.acme.manager).api[plural].share({ id: theirs.id, userId: rep.userId });
      expect((await found(plural, 'customFields.note=secret', rep)).toSorted()).toEqual(['mine', 'theirs']);
      expect(await found(plural, 'sort=-customFields.seats', rep)).toEqual(['theirs', 'mine']);
      expect((await seen()).toSorted()).toEqual([mine.id, theirs.id].toSorted());
      // Another owner takes the values along.
      await world.as(world.acme.manager).api[plural].update({ id: mine.id, ownerId: world.acme.otherRep.userId });
      expect(await found(plural, 'customFields.note=secret', rep)).toEqual(['theirs']);
    },
  );

  it('and its values show nothing to another tenant', async () => {
    await setUp('contacts');
    const answer = await world.as(world.globex.admin).rest('GET', '/contacts?customFields.note=el');
    expect(answer.status).toBe(422);
    await world
      .as(world.globex.admin)
      .api.customFields.create({ entity: 'contact', key: 'note', label: 'N', type: 'text' });
    expect(await found('contacts', 'customFields.note=el', world.globex.admin)).toEqual([]);
    const rows = await world
      .as(world.globex.admin)
      .run((ctx) => ctx.db.selectFrom('search.custom_values').selectAll().execute());
    expect(rows).toEqual([]);
  });

  it('stands on values that nobody writes by hand', async () => {
    const raw = world.as(world.acme.admin).run((ctx) => ctx.db.deleteFrom('search.custom_values').execute());
    await expect(raw).rejects.toMatchObject({ code: '42501' });
  });
});
