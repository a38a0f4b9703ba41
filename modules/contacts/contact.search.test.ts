import { customFieldsModule } from '@aura/custom-fields/module';
import { organizationSearchProvider } from '@aura/organizations';
import { organizationsModule } from '@aura/organizations/module';
import { createSearchModule } from '@aura/search/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactSearchProvider } from './contact.search.ts';
import { contactsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  const search = createSearchModule([contactSearchProvider, organizationSearchProvider]);
  world = await testWorld({ modules: [customFieldsModule, organizationsModule, contactsModule, search] });
});
afterAll(() => world.close());

describe('the search across records', () => {
  it('finds contacts and organizations that the person sees, in their tenant', async () => {
    for (const { rep } of [world.acme, world.globex]) {
      const { api } = world.as(rep);
      const organization = await api.organizations.create({ name: 'Quokka Ltd', industry: 'Food' });
      await api.contacts.create({
        firstName: 'Quentin',
        lastName: 'Quokka',
        title: 'Buyer',
        organizationId: organization.id,
      });
    }
    const mine = await world.as(world.acme.rep).api.search.all({ q: 'quok' });
    expect(mine.items).toMatchObject([
      { entity: 'contact', title: 'Quentin Quokka', subtitle: 'Buyer · Quokka Ltd' },
      { entity: 'organization', title: 'Quokka Ltd', subtitle: 'Food' },
    ]);
    const colleagues = await world.as(world.acme.otherRep).api.search.all({ q: 'quok' });
    expect(colleagues.items).toMatchObject([{ entity: 'organization' }]);
  });

  it('gives at most five of each, and refuses an empty or unknown question', async () => {
    const { api, rest } = world.as(world.acme.rep);
    for (let n = 0; n < 7; n += 1) await api.organizations.create({ name: `Many ${n}` });
    expect((await api.search.all({ q: 'many' })).items).toHaveLength(5);
    expect((await rest('GET', '/search?q=many&limit=2')).body).toMatchObject({ items: [{}, {}] });
    for (const query of ['', 'q=%20', 'q=a&limit=6', 'q=a&entity=deal'])
      expect((await rest('GET', `/search?${query}`)).status).toBe(422);
  });
});

describe('searching among many', () => {
  it('answers the same whichever way is taken: by ids, by intersection, row by row', async () => {
    // Common words and rare ones, all of one rep.
    const client = await world.superuser.connect();
    const context = [world.globex.tenant.id, world.globex.admin.token];
    await client.query(
      `select set_config('app.current_tenant_id', $1, false), set_config('app.session_token', $2, false)`,
      context,
    );
    await client.query(
      `insert into crm.contacts (first_name, last_name, title, owner_id)
       select case when i % 2 = 0 then 'Even' else 'Odd' end, 'Number' || i, case when i % 1000 = 0 then 'Round' when i % 3 = 0 then 'Threefold' end, $1
         from generate_series(1, 4200) i`,
      [world.globex.rep.userId],
    );
    await client.query('analyze crm.contacts, search.tokens');
    client.release(true);
    const { rep, otherRep, manager } = world.globex;
    for (const [q, matches] of [
      ['even', 2100],
      ['even number', 2100],
      ['round', 4],
      ['even three', 699],
      ['odd round', 0],
      ['number4100', 1],
    ] as const) {
      for (const person of [rep, manager]) {
        for (const sort of ['-createdAt', 'name']) {
          const { api } = world.as(person);
          const page = await api.contacts.list({ q, sort });
          expect([q, page.total, page.items.length]).toEqual([q, matches, Math.min(matches, 25)]);
          const all = await api.contacts.list({ q, sort, ownerId: rep.userId });
          expect([all.total, all.items]).toEqual([matches, page.items]);
        }
      }
      expect((await world.as(otherRep).api.contacts.list({ q })).total).toBe(0);
    }
  });

  it('reads a common word in the order of names, page by page, both ways, each record once', async () => {
    const { manager } = world.globex;
    const { api } = world.as(manager);
    const { rows } = await world.superuser.query<{ id: string }>(
      `select id from crm.contacts where tenant_id = $1 and first_name = 'Even' and deleted_at is null order by name_norm collate "C", id`,
      [world.globex.tenant.id],
    );
    // Two of its words begin alike, and so does one of another record that is named otherwise.
    const [first] = rows;
    if (!first) throw new Error('There is nobody.');
    const one = await api.contacts.get({ id: first.id });
    await api.contacts.update({ id: one.id, expectedVersion: one.version, title: 'Evening manager' });
    const aaron = await api.contacts.create({ firstName: 'Aaron', lastName: 'Late', title: 'Evenings' });
    const ids = [aaron.id, ...rows.map(({ id }) => id)];
    for (const [sort, expected] of [
      ['name', ids],
      ['-name', ids.toReversed()],
    ] as const) {
      const found: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await api.contacts.list({ q: 'even', sort, limit: 100, ...(cursor ? { cursor } : {}) });
        expect(page.total).toBe(2101);
        found.push(...page.items.map(({ id }: { id: string }) => id));
        cursor = page.nextCursor ?? undefined;
        more = cursor !== undefined;
      }
      expect(found).toEqual(expected);
    }
  });

  it('follows a new name in the order of names', async () => {
    const { api } = world.as(world.globex.manager);
    const [last] = (await api.contacts.list({ q: 'even', sort: '-name', limit: 1 })).items;
    const renamed = await api.contacts.update({ id: last.id, expectedVersion: last.version, lastName: 'Aardvark' });
    const page = await api.contacts.list({ q: 'even', sort: 'name', limit: 3 });
    expect(page.items.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining([renamed.name]));
    await api.contacts.archive({ id: last.id });
    expect((await api.contacts.list({ q: 'even', sort: 'name' })).total).toBe(2100);
  });

  it('writes the words that a change brings and takes, and leaves the others', async () => {
    const { api } = world.as(world.globex.rep);
    const made = await api.contacts.create({ firstName: 'Wanda', lastName: 'Words', title: 'Buyer' });
    const words = async () => {
      const { rows } = await world.superuser.query<{ token: string; place: string }>(
        `select token, xmin::text || ctid::text as place from search.tokens where record_id = $1`,
        [made.id],
      );
      return new Map(rows.map(({ token, place }) => [token, place]));
    };
    const before = await words();
    await api.contacts.update({ id: made.id, expectedVersion: made.version, title: 'Seller' });
    const after = await words();
    expect([...after.keys()].toSorted()).toEqual(['seller', 'wanda', 'words']);
    expect([after.get('wanda'), after.get('words')]).toEqual([before.get('wanda'), before.get('words')]);
    expect((await api.contacts.list({ q: 'buyer wanda' })).total).toBe(0);
  });
});
