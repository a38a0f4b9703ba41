import { randomUUID } from 'node:crypto';
import { refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customFieldsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule] });
});
afterAll(() => world.close());

const create = (fields: object = {}, person = world.acme.admin) =>
  world.as(person).api.customFields.create({
    entity: 'deal',
    key: `key_${randomUUID().slice(0, 8)}`,
    label: 'Label',
    type: 'text',
    ...fields,
  });

describe('definitions', () => {
  it('are made by admins, read by everyone of the tenant, in the order of forms', async () => {
    const first = await create({ entity: 'contacts', position: 2 });
    const second = await create({ entity: 'contact', position: 1, required: true });
    expect(first).toMatchObject({
      entity: 'contact',
      type: 'text',
      required: false,
      archived: false,
      version: 1,
      abilities: { update: true, archive: true },
    });
    const { items } = await world.as(world.acme.rep).api.customFields.list({ entity: 'contact' });
    expect(items.map((item: { id: string }) => item.id)).toEqual([second.id, first.id]);
    expect(items[0].abilities).toEqual({ update: false, archive: false, restore: false });
    expect((await world.as(world.globex.admin).api.customFields.list({})).total).toBe(0);
  });

  it.each(['manager', 'rep'] as const)('are not changed by a %s, at the API and in the database', async (who) => {
    const made = await create();
    const person = world.acme[who];
    const { api } = world.as(person);
    for (const call of [
      create({}, person),
      api.customFields.update({ id: made.id, label: 'X' }),
      api.customFields.archive({ id: made.id }),
      api.customFields.restore({ id: made.id }),
    ]) {
      await expect(call).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    }
    const raw = world
      .as(person)
      .run((ctx) =>
        ctx.db
          .insertInto('core.custom_field_definitions')
          .values({ entity: 'deal', key: 'raw', label: 'Raw', type: 'text' })
          .execute(),
      );
    await expect(raw).rejects.toMatchObject({ code: '42501' });
  });

  it('keep their key and type', async () => {
    const made = await create();
    const { rest } = world.as(world.acme.admin);
    for (const body of [{ key: 'other' }, { type: 'number' }, { entity: 'contact' }])
      expect((await rest('PATCH', `/custom-fields/${made.id}`, { body })).status).toBe(422);
    const raw = world
      .as(world.acme.admin)
      .run((ctx) =>
        ctx.db.updateTable('core.custom_field_definitions').set({ type: 'number' }).where('id', '=', made.id).execute(),
      );
    await expect(raw).rejects.toMatchObject({ code: '42501' });
  });

  it('have a key that is free in tenant and entity, archived ones counted', async () => {
    const made = await create({ key: 'taken' });
    await expect(create({ key: 'taken' })).rejects.toMatchObject(refused('duplicate_key'));
    await create({ key: 'taken', entity: 'product' });
    await create({ key: 'taken' }, world.globex.admin);
    await world.as(world.acme.admin).api.customFields.archive({ id: made.id });
    await expect(create({ key: 'taken' })).rejects.toMatchObject(refused('duplicate_key'));
  });

  it.each([
    [{ key: 'Bad key' }],
    [{ type: 'money' }],
    [{ entity: 'member' }],
    [{ type: 'select' }],
    [{ options: ['a'] }],
    [{ type: 'select', options: ['a', 'a'] }],
    [{ type: 'select', options: ['Émile', 'emile'] }],
    [{ label: '' }],
  ])('refuse %o', async (fields) => {
    await expect(create(fields)).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });

  it('change with a version, are archived and restored', async () => {
    const made = await create({ type: 'select', options: ['a'] });
    const { api } = world.as(world.acme.admin);
    expect(
      await api.customFields.update({ id: made.id, options: ['a', 'b'], required: true, expectedVersion: 1 }),
    ).toMatchObject({ options: ['a', 'b'], required: true, version: 2 });
    await expect(api.customFields.update({ id: made.id, label: 'X', expectedVersion: 1 })).rejects.toMatchObject(
      refused('version_conflict'),
    );
    await expect(api.customFields.update({ id: made.id, options: [] })).rejects.toMatchObject(refused('required'));
    await expect(api.customFields.archive({ id: made.id, expectedVersion: 1 })).rejects.toMatchObject(
      refused('version_conflict'),
    );
    await api.customFields.archive({ id: made.id });
    await expect(api.customFields.update({ id: made.id, label: 'X' })).rejects.toMatchObject(refused('archived'));
    expect((await api.customFields.list({ deleted: true, limit: 100 })).items).toContainEqual(
      expect.objectContaining({ id: made.id, archived: true }),
    );
    expect(await api.customFields.restore({ id: made.id })).toMatchObject({ archived: false });
    expect((await world.as(world.acme.rep).api.customFields.get({ id: made.id })).label).toBe('Label');
  });

  it('are put in order by admins, all of an entity at once, however many there are', async () => {
    const made = [];
    for (let n = 0; n < 105; n += 1) made.push((await create({ entity: 'organization', label: `Label ${n}` })).id);
    const { api } = world.as(world.acme.admin);
    const ids = made.toReversed();
    const { items } = await api.customFields.order({ entity: 'organization', ids });
    expect(items.map(({ id }: { id: string }) => id)).toEqual(ids);
    const seen = await world.as(world.acme.rep).api.customFields.ofEntity({ entity: 'organizations' });
    expect(seen.items.map(({ id }: { id: string }) => id)).toEqual(ids);
    await api.customFields.archive({ id: ids[0] });
    const archived = await api.customFields.ofEntity({ entity: 'organization', archived: true });
    expect(archived.items).toMatchObject([{ id: ids[0], archived: true }]);
    for (const wrong of [ids, ids.slice(2), [...ids.slice(1, -1), ids[1]]]) {
      await expect(api.customFields.order({ entity: 'organization', ids: wrong })).rejects.toMatchObject({
        cause: { code: 'invalid', issues: [{ path: 'ids' }] },
      });
    }
    await expect(
      world.as(world.acme.manager).api.customFields.order({ entity: 'organization', ids: ids.slice(1) }),
    ).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    await expect(
      world.as(world.globex.admin).api.customFields.order({ entity: 'organization', ids: ids.slice(1) }),
    ).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });

  it('of another tenant are not there', async () => {
    const foreign = await create({}, world.globex.admin);
    const { api } = world.as(world.acme.admin);
    for (const call of [
      api.customFields.get,
      api.customFields.update,
      api.customFields.archive,
      api.customFields.restore,
      api.customFields.usage,
    ]) {
      await expect(call({ id: foreign.id })).rejects.toMatchObject({ cause: { code: 'not_found' } });
    }
  });
});
