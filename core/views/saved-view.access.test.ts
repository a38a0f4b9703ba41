import { randomUUID } from 'node:crypto';
import { notFound, type Person, refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [viewsModule] });
});
afterAll(() => world.close());

const create = (visibility: 'private' | 'shared', person: Person = world.acme.rep) =>
  world
    .as(person)
    .api.savedViews.create({ entity: 'contact', name: `View ${randomUUID()}`, visibility, address: { q: 'secret' } });

/** Every way of reaching a view by its id; the first reads. */
const callsOn = (id: string, person: Person): (() => Promise<unknown>)[] => {
  const { savedViews } = world.as(person).api;
  return [
    () => savedViews.get({ id }),
    () => savedViews.update({ id, name: 'Mine now' }),
    () => savedViews.update({ id, address: {} }),
    () => savedViews.update({ id, visibility: 'shared' }),
    () => savedViews.archive({ id }),
    () => savedViews.restore({ id }),
  ];
};
const seenIn = async (person: Person, id: string): Promise<boolean> => {
  const { savedViews } = world.as(person).api;
  const lists = [await savedViews.ofEntity({}), await savedViews.list({ limit: 100 })];
  const deleted = await savedViews.list({ limit: 100, deleted: true });
  return [...lists, deleted].some(({ items }) => items.some((view: { id: string }) => view.id === id));
};

describe('a private view', () => {
  it.each(['otherRep', 'manager', 'admin'] as const)('does not exist for its owner’s colleague, a %s', async (who) => {
    const { id } = await create('private');
    for (const call of callsOn(id, world.acme[who])) await expect(call()).rejects.toMatchObject(notFound);
    expect(await seenIn(world.acme[who], id)).toBe(false);
    await world.as(world.acme.rep).api.savedViews.archive({ id });
    for (const call of callsOn(id, world.acme[who])) await expect(call()).rejects.toMatchObject(notFound);
    expect(await seenIn(world.acme[who], id)).toBe(false);
  });

  it.each(['otherRep', 'manager', 'admin'] as const)('is not reached by a %s in the database either', async (who) => {
    const { id } = await create('private');
    await world.as(world.acme[who]).run(async ({ db }) => {
      const mine = db.selectFrom('core.saved_views').where('owner_id', '=', world.acme.rep.userId);
      expect(await mine.where('visibility', '=', 'private').select('id').execute()).toEqual([]);
      const { numUpdatedRows } = await db
        .updateTable('core.saved_views')
        .set({ visibility: 'shared' })
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      expect(numUpdatedRows).toBe(0n);
    });
  });

  it('is in the log of changes as one of a list, without its name and what it shows', async () => {
    const made = await create('private');
    const { api } = world.as(world.acme.rep);
    await api.savedViews.update({ id: made.id, name: 'Quiet plans', address: { q: 'headhunter' } });
    await api.savedViews.archive({ id: made.id });
    const { rows } = await world.superuser.query(
      'select action, actor_id, detail::text from audit.events where entity_id = $1 order by occurred_at',
      [made.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'saved_view.created',
      'saved_view.updated',
      'saved_view.archived',
    ]);
    expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([world.acme.rep.userId]));
    expect(rows.map(({ detail }) => detail).join()).not.toMatch(/secret|Quiet|headhunter|View /);
    const events = await world.superuser.query('select data::text from core.events where entity_id = $1', [made.id]);
    expect(events.rows.map(({ data }) => data)).toEqual(Array(3).fill('{"entity": "contact"}'));
  });
});

describe('a shared view', () => {
  it('is seen by everyone in the workspace, and changed by no other rep', async () => {
    const { id, name } = await create('shared');
    const { savedViews } = world.as(world.acme.otherRep).api;
    expect(await savedViews.get({ id })).toMatchObject({
      name,
      address: { q: 'secret' },
      abilities: { update: false, share: false, archive: false, restore: false },
    });
    const [, ...changes] = callsOn(id, world.acme.otherRep);
    for (const call of changes) await expect(call()).rejects.toMatchObject(refused('not_owner'));
    await world.as(world.acme.otherRep).run(async ({ db }) => {
      const touched = db.updateTable('core.saved_views').set({ name: 'Mine' }).where('id', '=', id);
      expect((await touched.executeTakeFirstOrThrow()).numUpdatedRows).toBe(0n);
    });
  });

  it.each(['manager', 'admin'] as const)('is kept by a %s too, who does not choose who sees it', async (who) => {
    const { id } = await create('shared');
    const { savedViews } = world.as(world.acme[who]).api;
    const name = `Tidied ${randomUUID()}`;
    expect(await savedViews.update({ id, name, address: { sort: 'name' } })).toMatchObject({
      name,
      ownerId: world.acme.rep.userId,
      abilities: { update: true, share: false, archive: true },
    });
    await expect(savedViews.update({ id, visibility: 'private' })).rejects.toMatchObject(refused('owner_decides'));
    await savedViews.archive({ id });
    expect(await savedViews.restore({ id })).toMatchObject({ archived: false });
    const raw = world
      .as(world.acme[who])
      .run(({ db }) =>
        db.updateTable('core.saved_views').set({ visibility: 'private' }).where('id', '=', id).execute(),
      );
    await expect(raw).rejects.toMatchObject({ code: '42501' });
  });

  it('can take no name that would tell a manager of its owner’s private ones, and none of a shared one', async () => {
    const quiet = await create('private');
    const shared = await create('shared');
    const other = await create('shared');
    const { savedViews } = world.as(world.acme.manager).api;
    expect(await savedViews.update({ id: shared.id, name: quiet.name })).toMatchObject({ name: quiet.name });
    await expect(savedViews.update({ id: other.id, name: quiet.name })).rejects.toMatchObject(
      refused('duplicate_name'),
    );
  });

  it('is gone for the others when its owner takes it back', async () => {
    const { id } = await create('shared');
    expect(await seenIn(world.acme.otherRep, id)).toBe(true);
    await world.as(world.acme.rep).api.savedViews.update({ id, visibility: 'private' });
    expect(await seenIn(world.acme.otherRep, id)).toBe(false);
    expect(await seenIn(world.acme.manager, id)).toBe(false);
  });

  it('is in the log with what it was and became', async () => {
    const { id, name } = await create('private');
    const { savedViews } = world.as(world.acme.rep).api;
    await savedViews.update({ id, visibility: 'shared' });
    await savedViews.update({ id, address: { sort: 'name' } });
    const { rows } = await world.superuser.query(
      'select detail from audit.events where entity_id = $1 order by occurred_at',
      [id],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { entity: 'contact', visibility: 'private' },
      { visibility: ['private', 'shared'], name, address: { q: 'secret' } },
      { address: [{ q: 'secret' }, { sort: 'name' }] },
    ]);
  });
});

describe('another workspace', () => {
  it.each(['private', 'shared'] as const)('sees nothing of a %s view', async (visibility) => {
    const { id } = await create(visibility);
    for (const call of callsOn(id, world.globex.admin)) await expect(call()).rejects.toMatchObject(notFound);
    expect(await seenIn(world.globex.admin, id)).toBe(false);
    expect((await world.as(world.globex.admin).rest('GET', `/views/${id}`)).status).toBe(404);
  });
});

describe('the database by itself', () => {
  const add = (fields: object) =>
    world.as(world.acme.rep).run(({ db }) =>
      db
        .insertInto('core.saved_views')
        .values({ entity: 'contact', name: randomUUID(), ...fields })
        .execute(),
    );

  it.each([
    ['[]'],
    ['{"q": 1}'],
    ['{"q": ""}'],
    ['{"view": "x"}'],
    ['{"cursor": "x"}'],
    ['{"a b": "x"}'],
    [JSON.stringify({ q: 'x'.repeat(4_001) })],
    [JSON.stringify({ q: 'x'.repeat(4_000), p: 'x'.repeat(4_000) })],
    [JSON.stringify(Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`p${n}`, 'x'])))],
  ])('refuses the address %s', async (address) => {
    await expect(add({ address })).rejects.toMatchObject({ constraint: 'saved_views_address_fits' });
  });

  it('lets nobody give a view another owner, list or tenant', async () => {
    const { id } = await create('private');
    await expect(add({ owner_id: world.acme.manager.userId })).rejects.toMatchObject({ code: '42501' });
    for (const change of [
      { owner_id: world.acme.manager.userId },
      { entity: 'deal' },
      { tenant_id: world.globex.tenant.id },
    ]) {
      const raw = world
        .as(world.acme.rep)
        .run(({ db }) => db.updateTable('core.saved_views').set(change).where('id', '=', id).execute());
      await expect(raw).rejects.toMatchObject({ code: '42501' });
    }
    const gone = world
      .as(world.acme.rep)
      .run(({ db }) => db.deleteFrom('core.saved_views').where('id', '=', id).execute());
    await expect(gone).rejects.toMatchObject({ code: '42501' });
  });
});
