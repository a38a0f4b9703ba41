import { randomUUID } from 'node:crypto';
import { customFieldsModule } from '@aura/custom-fields/module';
import { refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule] });
});
afterAll(() => world.close());

const create = (person = world.acme.rep, fields: object = {}) =>
  world.as(person).api.organizations.create({ name: `Org ${randomUUID()}`, ...fields });

describe('parents', () => {
  it('refuses a circle, of one and of several', async () => {
    const top = await create();
    const leaf = await create(world.acme.rep, { parentId: top.id });
    const { api } = world.as(world.acme.rep);
    for (const [id, parentId] of [
      [top.id, leaf.id],
      [top.id, top.id],
    ]) {
      await expect(api.organizations.update({ id, parentId })).rejects.toMatchObject({
        cause: { reason: 'cycle', issues: [{ path: 'parentId' }] },
      });
    }
  });

  it('refuses the circle that two simultaneous edits would close', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [left, right] = [await create(), await create()];
      const { api } = world.as(world.acme.rep);
      const results = await Promise.allSettled([
        api.organizations.update({ id: left.id, parentId: right.id }),
        api.organizations.update({ id: right.id, parentId: left.id }),
      ]);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: refused('cycle') }]);
    }
  });
});

describe('listing', () => {
  it('pages in a stable order by name without case and accents, and counts', async () => {
    for (const name of ['Émile', 'eagle', 'Echo', 'Étude'])
      await create(world.globex.rep, { name, industry: 'Paging' });
    const { api } = world.as(world.globex.rep);
    const first = await api.organizations.list({ industry: 'Paging', sort: 'name', limit: 3 });
    const second = await api.organizations.list({
      industry: 'Paging',
      sort: 'name',
      limit: 3,
      cursor: first.nextCursor,
    });
    expect([...first.items, ...second.items].map((item: { name: string }) => item.name)).toEqual([
      'eagle',
      'Echo',
      'Émile',
      'Étude',
    ]);
    expect(first.total).toBe(4);
    expect(second.nextCursor).toBeNull();
  });

  it('filters by owner and parent', async () => {
    const parent = await create();
    const child = await create(world.acme.otherRep, { parentId: parent.id });
    const { api } = world.as(world.acme.manager);
    expect(
      (await api.organizations.list({ parentId: parent.id, ownerId: world.acme.otherRep.userId })).items,
    ).toMatchObject([{ id: child.id, parentName: parent.name }]);
    expect((await api.organizations.list({ parentId: parent.id, ownerId: world.acme.rep.userId })).total).toBe(0);
  });

  it('finds by parts of words in any order, without accents, and never in the other tenant', async () => {
    const made = await create(world.acme.rep, { name: 'Société Générale de Tests' });
    await create(world.globex.rep, { name: 'Société Générale de Tests' });
    const { api } = world.as(world.acme.otherRep);
    for (const q of ['tests gener', 'SOCIETE', 'géné']) {
      expect((await api.organizations.list({ q })).items).toMatchObject([{ id: made.id }]);
    }
    expect((await api.organizations.list({ q: 'generale nowhere' })).total).toBe(0);
    expect((await api.organizations.list({ q: '!?' })).total).toBe(0);
  });

  it('refuses a cursor of another tenant, an unknown sort and a large page', async () => {
    for (let n = 0; n < 2; n += 1) await create(world.acme.rep);
    const { nextCursor } = await world.as(world.acme.rep).api.organizations.list({ limit: 1 });
    await expect(
      world.as(world.globex.rep).api.organizations.list({ limit: 1, cursor: nextCursor }),
    ).rejects.toMatchObject(refused('bad_cursor'));
    const { rest } = world.as(world.acme.rep);
    for (const query of ['sort=owner', 'limit=101', 'unknown=1'])
      expect((await rest('GET', `/organizations?${query}`)).status).toBe(422);
  });
});
