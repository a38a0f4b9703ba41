import { randomUUID } from 'node:crypto';
import { notFound, type Person, refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewsModule } from './module.ts';
import { VIEWS_MAX } from './saved-view.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [viewsModule] });
});
afterAll(() => world.close());

const nameOf = (): string => `View ${randomUUID().slice(0, 8)}`;
const create = (fields: object = {}, person: Person = world.acme.rep) =>
  world.as(person).api.savedViews.create({ entity: 'contact', name: nameOf(), address: { ownerId: 'me' }, ...fields });
const namesOf = async (person: Person, entity = 'contact'): Promise<string[]> =>
  (await world.as(person).api.savedViews.ofEntity({ entity })).items.map(({ name }: { name: string }) => name);

describe('a view', () => {
  it('keeps the address of its list, is private at first and its maker’s', async () => {
    const address = { q: 'acme', sort: '-name', cols: 'name,email', density: 'compact', fields: '{"tier":"Gold"}' };
    const made = await create({ entity: 'contacts', address });
    expect(made).toMatchObject({
      entity: 'contact',
      ownerId: world.acme.rep.userId,
      visibility: 'private',
      address,
      version: 1,
      archived: false,
      abilities: { update: true, share: true, archive: true, restore: false },
    });
    expect(await world.as(world.acme.rep).api.savedViews.get({ id: made.id })).toEqual(made);
  });

  it('is listed by name, of one list or of all, one’s own and the shared ones', async () => {
    const own = await create({ name: 'A listed one', entity: 'product' });
    const shared = await create({ name: 'B listed one', entity: 'product', visibility: 'shared' }, world.acme.manager);
    await create({ name: 'C listed one', entity: 'product' }, world.acme.manager);
    const { api } = world.as(world.acme.rep);
    expect(await namesOf(world.acme.rep, 'product')).toEqual(['A listed one', 'B listed one']);
    expect((await api.savedViews.list({ entity: 'product' })).total).toBe(2);
    expect((await api.savedViews.list({ entity: 'product', visibility: 'shared' })).items[0].id).toBe(shared.id);
    expect((await api.savedViews.ofEntity({})).items.map(({ id }: { id: string }) => id)).toContain(own.id);
  });

  it('is changed, renamed and shared with its version', async () => {
    const made = await create();
    const { api } = world.as(world.acme.rep);
    const name = nameOf();
    expect(
      await api.savedViews.update({ id: made.id, name, address: { sort: 'name' }, expectedVersion: 1 }),
    ).toMatchObject({ name, address: { sort: 'name' }, version: 2, visibility: 'private' });
    const call = api.savedViews.update({ id: made.id, name: 'Late', expectedVersion: 1 });
    await expect(call).rejects.toMatchObject({ cause: { code: 'version_conflict', current: { name } } });
    expect(await api.savedViews.update({ id: made.id, visibility: 'shared' })).toMatchObject({ visibility: 'shared' });
    expect(await api.savedViews.update({ id: made.id, name })).toMatchObject({ version: 3 });
    await expect(api.savedViews.archive({ id: made.id, expectedVersion: 1 })).rejects.toMatchObject(
      refused('version_conflict'),
    );
  });

  it('is deleted and put back; meanwhile it is not changed', async () => {
    const made = await create({ entity: 'deal' });
    const { api } = world.as(world.acme.rep);
    await api.savedViews.archive({ id: made.id });
    expect(await namesOf(world.acme.rep, 'deal')).not.toContain(made.name);
    await expect(api.savedViews.update({ id: made.id, name: 'X' })).rejects.toMatchObject(refused('archived'));
    await expect(api.savedViews.archive({ id: made.id })).rejects.toMatchObject(notFound);
    const { items } = await api.savedViews.list({ entity: 'deal', deleted: true });
    expect(items[0]).toMatchObject({ id: made.id, archived: true, abilities: { restore: true, update: false } });
    expect(await api.savedViews.restore({ id: made.id })).toMatchObject({ archived: false, address: made.address });
    expect(await api.savedViews.restore({ id: made.id })).toMatchObject({ archived: false });
    expect(await namesOf(world.acme.rep, 'deal')).toContain(made.name);
  });

  it('has a name that is free among the living ones of its owner and list, whatever the case', async () => {
    const made = await create({ name: 'Taken', entity: 'organization' });
    const { api } = world.as(world.acme.rep);
    const taken = refused('duplicate_name');
    await expect(create({ name: 'taken', entity: 'organization' })).rejects.toMatchObject(taken);
    await expect(create({ name: 'TAKEN', entity: 'organization', visibility: 'shared' })).rejects.toMatchObject(taken);
    await create({ name: 'Taken', entity: 'deal' });
    await create({ name: 'Taken', entity: 'organization' }, world.acme.otherRep);
    const other = await create({ entity: 'organization' });
    await expect(api.savedViews.update({ id: other.id, name: 'taken' })).rejects.toMatchObject(taken);
    expect(await api.savedViews.update({ id: made.id, name: 'TAKEN' })).toMatchObject({ name: 'TAKEN' });
    await api.savedViews.archive({ id: made.id });
    await create({ name: 'Taken', entity: 'organization' });
    await expect(api.savedViews.restore({ id: made.id })).rejects.toMatchObject(taken);
  });

  it.each([
    [{ entity: 'member' }],
    [{ name: '' }],
    [{ name: ' '.repeat(5) }],
    [{ name: 'x'.repeat(61) }],
    [{ visibility: 'public' }],
    [{ ownerId: randomUUID() }],
    [{ address: 'q=x' }],
    [{ address: { q: 5 } }],
    [{ address: { q: '' } }],
    [{ address: { cursor: 'abc' } }],
    [{ address: { page: '2' } }],
    [{ address: { peek: 'abc' } }],
    [{ address: { view: 'abc' } }],
    [{ address: { 'a b': 'x' } }],
    [{ address: { __proto__x: 'x' } }],
    [{ address: { q: 'x'.repeat(4_001) } }],
    [{ address: { q: 'x'.repeat(4_000), fields: 'x'.repeat(4_000) } }],
    [{ address: Object.fromEntries(Array.from({ length: 61 }, (_, n) => [`p${n}`, 'x'])) }],
  ])('refuses %o', async (fields) => {
    await expect(create(fields)).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });

  it('is one of a hundred at most, which is counted for each person and list', async () => {
    const person = world.acme.otherRep;
    const made: { id: string }[] = [];
    for (let n = 0; n < VIEWS_MAX; n += 1) made.push(await create({ entity: 'product', name: `No. ${n}` }, person));
    await expect(create({ entity: 'product' }, person)).rejects.toMatchObject(refused('too_many_views'));
    await create({ entity: 'contact' }, person);
    const { api } = world.as(person);
    await api.savedViews.archive({ id: made[0]?.id });
    await create({ entity: 'product', name: 'In its place' }, person);
    await expect(api.savedViews.restore({ id: made[0]?.id })).rejects.toMatchObject(refused('too_many_views'));
  });

  it('is made once when two windows ask at the same time', async () => {
    const name = nameOf();
    const answers = await Promise.allSettled([create({ name }), create({ name, visibility: 'shared' })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('REST', () => {
  it('makes, reads, changes, deletes and restores a view', async () => {
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', '/views', { body: { entity: 'deal', name: nameOf(), address: { q: 'x' } } });
    expect(made.status).toBe(201);
    const { id } = made.body as { id: string };
    expect(made.headers.get('location')).toBe(`/api/v1/views/${id}`);
    const etag = (await rest('GET', `/views/${id}`)).headers.get('etag') ?? '';
    const changed = await rest('PATCH', `/views/${id}`, {
      body: { visibility: 'shared' },
      headers: { 'if-match': etag },
    });
    expect(changed).toMatchObject({ status: 200, body: { visibility: 'shared', version: 2 } });
    const late = await rest('PATCH', `/views/${id}`, { body: { name: 'Late' }, headers: { 'if-match': etag } });
    expect(late.status).toBe(412);
    expect((await rest('GET', '/views?entity=deal&limit=100')).body).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id })]),
    });
    expect((await rest('DELETE', `/views/${id}`)).status).toBe(204);
    expect(await rest('POST', `/views/${id}/restore`)).toMatchObject({ status: 200, body: { archived: false } });
  });

  it('refuses with its reason', async () => {
    const { rest } = world.as(world.acme.rep);
    const name = nameOf();
    await rest('POST', '/views', { body: { entity: 'deal', name } });
    expect(await rest('POST', '/views', { body: { entity: 'deal', name } })).toMatchObject({
      status: 409,
      body: { code: 'duplicate_name' },
    });
    expect((await rest('GET', '/views?entity=members')).status).toBe(422);
    expect((await rest('PATCH', `/views/${randomUUID()}`, { body: { name } })).status).toBe(404);
    expect((await rest('POST', '/views', { body: { entity: 'deal', name, colour: 'red' } })).status).toBe(422);
    expect((await world.anonymous(world.acme).rest('GET', '/views')).status).toBe(401);
  });
});
