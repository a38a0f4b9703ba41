import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENTITIES, found, makeCustomFields, nameOf, OPTIONS } from './custom-fields.fixture.ts';
import { modules } from './modules.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules });
  for (const plural of ['contacts', 'deals', 'products'] as const) await makeCustomFields(world, plural);
});
afterAll(() => world.close());

describe('a filter by custom fields', () => {
  it('is the same for the board, a bulk change and a file', async () => {
    const { api, rest } = world.as(world.acme.admin);
    const board = await api.deals.board({ customFields: { seats: { min: 10 } } });
    expect(board.count).toBe(2);
    expect((await rest('GET', '/deals/board?customFields.seats.min=10')).body).toMatchObject({ count: 2 });
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
      const mine = await world
        .as(world.acme.rep)
        .api[plural].create({ ...ENTITIES[plural]('mine'), customFields: { note: 'secret mine', seats: 5 } });
      const theirs = await world
        .as(world.acme.otherRep)
        .api[plural].create({ ...ENTITIES[plural]('theirs'), customFields: { note: 'secret theirs', seats: 6 } });
      const rep = world.acme.rep;
      expect(await found(world, `${plural}?customFields.note=secret`, rep)).toEqual(['mine']);
      expect(await found(world, `${plural}?customFields.seats.min=0`, rep)).toEqual(['mine']);
      expect(await found(world, `${plural}?sort=-customFields.seats`, rep)).toEqual(['mine']);
      const seen = () =>
        world.as(rep).run(async (ctx) => {
          const rows = await ctx.db.selectFrom('search.custom_values').select('record_id').distinct().execute();
          return rows.map(({ record_id }) => record_id).filter((id) => [mine.id, theirs.id].includes(id));
        });
      expect(await seen()).toEqual([mine.id]);
      await world.as(world.acme.manager).api[plural].share({ id: theirs.id, userId: rep.userId });
      expect((await found(world, `${plural}?customFields.note=secret`, rep)).toSorted()).toEqual(['mine', 'theirs']);
      expect(await found(world, `${plural}?sort=-customFields.seats`, rep)).toEqual(['theirs', 'mine']);
      expect(await seen()).toEqual(expect.arrayContaining([mine.id, theirs.id]));
      // Another owner takes the values along.
      await world.as(world.acme.manager).api[plural].update({ id: mine.id, ownerId: world.acme.otherRep.userId });
      expect(await found(world, `${plural}?customFields.note=secret`, rep)).toEqual(['theirs']);
    },
  );

  it('and its values show nothing to another tenant', async () => {
    const answer = await world.as(world.globex.admin).rest('GET', '/contacts?customFields.note=el');
    expect(answer.status).toBe(422);
    await world
      .as(world.globex.admin)
      .api.customFields.create({ entity: 'contact', key: 'note', label: 'N', type: 'text' });
    expect(await found(world, 'contacts?customFields.note=el', world.globex.admin)).toEqual([]);
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

describe('an option', () => {
  it('that records hold is not taken away; others are', async () => {
    const { api, rest } = world.as(world.acme.admin);
    const { items } = await api.customFields.ofEntity({ entity: 'product' });
    const { id } = items.find(({ key }: { key: string }) => key === 'tags');
    expect((await rest('GET', `/custom-fields/${id}/usage`)).body).toEqual({
      records: 3,
      isEstimate: false,
      options: [
        { option: 'Gold', records: 2, isEstimate: false },
        { option: 'Silver', records: 2, isEstimate: false },
        { option: 'Tin', records: 1, isEstimate: false },
      ],
    });
    await expect(api.customFields.update({ id, options: ['Gold', 'Lead'] })).rejects.toMatchObject({
      cause: {
        code: 'conflict',
        reason: 'option_in_use',
        message: 'Still in use: "Silver" (2 records), "Tin" (1 record). Give those records another value first.',
      },
    });
    await api.customFields.update({ id, options: [...OPTIONS, 'Lead'] });
    expect((await api.customFields.update({ id, options: OPTIONS.toReversed() })).options).toEqual([
      'Tin',
      'Silver',
      'Gold',
    ]);
    const number = items.find(({ key }: { key: string }) => key === 'seats');
    expect(await api.customFields.usage({ id: number.id })).toEqual({ records: 3, isEstimate: false, options: [] });
    await expect(world.as(world.acme.manager).api.customFields.usage({ id })).rejects.toMatchObject({
      cause: { code: 'forbidden' },
    });
  });
});
