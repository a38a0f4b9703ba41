import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

let world: World;
const acme = () => world.acme;
let organizationId: string;

beforeAll(async () => {
  world = await testWorld({ modules });
  for (const company of [world.acme, world.globex]) {
    const { api } = world.as(company.rep);
    const organization = await api.organizations.create({ name: 'Zürich Quokka AG' });
    if (company === world.acme) organizationId = organization.id;
    for (let n = 0; n < 7; n += 1) await api.contacts.create({ firstName: `Quentin${n}`, lastName: 'Quokka' });
    await api.deals.create({ name: 'Quokka renewal', organizationId: organization.id });
  }
  await world.as(acme().otherRep).api.contacts.create({ firstName: 'Quirin', lastName: 'Quokka' });
  await world.as(acme().admin).api.products.create({ sku: 'QK-1', name: 'Quokka care' });
});
afterAll(() => world.close());

describe('the search across records', () => {
  test('counts what the person sees, of every kind that is searched', async () => {
    const counts = async (who: 'rep' | 'otherRep' | 'manager') =>
      Object.fromEntries(
        (await world.as(acme()[who]).api.search.counts({ q: 'quokka' })).items.map(
          ({ entity, total }: { entity: string; total: number }) => [entity, total],
        ),
      );
    expect(await counts('rep')).toEqual({ organization: 1, contact: 7, deal: 1, product: 1 });
    expect(await counts('otherRep')).toEqual({ organization: 1, contact: 1, deal: 0, product: 1 });
    expect(await counts('manager')).toEqual({ organization: 1, contact: 8, deal: 1, product: 1 });
  });

  test('gives all hits of a kind, page by page and each once, whatever the accents and the order of words', async () => {
    const { rest, api } = world.as(acme().rep);
    const first = await api.search.page({ entity: 'contact', q: 'quok quen', limit: 4 });
    expect(first).toMatchObject({ total: 7, items: [{ entity: 'contact' }, {}, {}, {}] });
    const second: Answer = await rest(
      'GET',
      `/search/hits?entity=contact&q=quok%20quen&limit=4&cursor=${first.nextCursor}`,
    );
    expect(second.body).toMatchObject({ nextCursor: null, total: 7 });
    const ids = [...first.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(7);
    expect(await api.search.page({ entity: 'organization', q: 'QUOKKA zurich' })).toMatchObject({
      items: [{ entity: 'organization', title: 'Zürich Quokka AG' }],
    });
    expect(await api.search.page({ entity: 'deal', q: 'quokka' })).toMatchObject({
      items: [{ entity: 'deal', subtitle: expect.stringContaining('Zürich Quokka AG · ') }],
    });
  });

  test('refuses what it does not know', async () => {
    const { rest, api } = world.as(acme().rep);
    await expect(api.search.page({ entity: 'secret', q: 'quokka' })).rejects.toMatchObject({
      cause: { status: 422, reason: 'unknown_entity' },
    });
    for (const query of ['q=quokka', 'entity=contact', 'entity=contact&q=a&limit=101', 'entity=contact&q=a&x=1'])
      expect((await rest('GET', `/search/hits?${query}`)).status).toBe(422);
    expect((await rest('GET', '/search/hits?entity=contact&q=a&cursor=forged')).status).toBeGreaterThanOrEqual(400);
    expect((await rest('GET', '/search/counts?q=')).status).toBe(422);
  });
});

describe('recent records', () => {
  const titles = async (who: 'rep' | 'otherRep' | 'manager' | 'admin') =>
    (await world.as(acme()[who]).api.recent.list()).items.map(({ title }: { title: string }) => title);
  const contactsOf = async (who: 'rep' | 'otherRep') =>
    (await world.as(acme()[who]).api.contacts.list({ sort: 'name' })).items as { id: string; name: string }[];

  test('are the latest first, each once, and of one person alone', async () => {
    const { api } = world.as(acme().rep);
    const [a, b] = await contactsOf('rep');
    if (!a || !b) throw new Error('no contacts');
    const contact = (id: string) => ({ entity: 'contact', id });
    await api.recent.remember({ records: [contact(a.id), { entity: 'organization', id: organizationId }] });
    await api.recent.remember({ records: [contact(b.id), contact(a.id)] });
    expect(await titles('rep')).toEqual([a.name, b.name, 'Zürich Quokka AG']);
    for (const other of ['otherRep', 'manager', 'admin'] as const) {
      expect(await titles(other)).toEqual([]);
      const kept = world.as(acme()[other]).run(({ db }) => db.selectFrom('core.recent_records').selectAll().execute());
      expect(await kept).toEqual([]);
    }
    expect((await world.as(world.globex.rep).api.recent.list()).items).toEqual([]);
  });

  test('are no way to learn of others’ records, nor of another tenant’s', async () => {
    const [theirs] = await contactsOf('otherRep');
    const foreign = (await world.as(world.globex.rep).api.contacts.list({})).items[0];
    const before = await titles('rep');
    for (const id of [theirs?.id, foreign.id, '00000000-0000-7000-8000-000000000000']) {
      expect(await world.as(acme().rep).api.recent.remember({ records: [{ entity: 'contact', id }] })).toEqual({
        changed: 0,
      });
    }
    expect(await world.as(acme().rep).api.recent.remember({ records: [{ entity: 'secret', id: theirs?.id }] })).toEqual(
      { changed: 0 },
    );
    expect(await titles('rep')).toEqual(before);
  });

  test('disappear with the right to see them, and when archived', async () => {
    const { api } = world.as(acme().rep);
    const lent = await api.contacts.create({ firstName: 'Lent', lastName: 'Away' });
    const gone = await api.contacts.create({ firstName: 'Soon', lastName: 'Archived' });
    await api.recent.remember({ records: [lent, gone].map(({ id }) => ({ entity: 'contact', id })) });
    expect((await titles('rep')).slice(0, 2)).toEqual(['Soon Archived', 'Lent Away']);
    await api.contacts.archive({ id: gone.id });
    await world.as(acme().manager).api.contacts.reassign({ ids: [lent.id], ownerId: acme().otherRep.userId });
    expect(await titles('rep')).not.toEqual(expect.arrayContaining(['Lent Away']));
    expect(await titles('rep')).not.toEqual(expect.arrayContaining(['Soon Archived']));
  });

  test('are at most twelve, in the table too', async () => {
    const { api } = world.as(acme().rep);
    const made: string[] = [];
    for (let n = 0; n < 14; n += 1) made.push((await api.organizations.create({ name: `Opened ${n}` })).id);
    const record = (id: string | undefined) => ({ entity: 'organization', id });
    await api.recent.remember({ records: made.slice(0, 2).map(record) });
    await api.recent.remember({ records: made.slice(2).map(record) });
    expect(await titles('rep')).toEqual(Array.from({ length: 12 }, (_, n) => `Opened ${13 - n}`));
    const kept = world
      .as(acme().rep)
      .run(({ db }) => db.selectFrom('core.recent_records').select('entity_id').execute());
    expect(await kept).toHaveLength(12);
  });

  test('take nothing that is not a record, nor more than are kept', async () => {
    const { rest } = world.as(acme().rep);
    const id = organizationId;
    for (const body of [
      {},
      { records: [] },
      { records: [{ entity: 'contact', id: 'x' }] },
      { records: [{ entity: 'contact', id, userId: acme().otherRep.userId }] },
      { records: Array.from({ length: 13 }, () => ({ entity: 'organization', id })) },
    ])
      expect((await rest('POST', '/me/recent-records', { body })).status).toBe(422);
    expect((await rest('GET', '/me/recent-records')).status).toBe(200);
  });
});
