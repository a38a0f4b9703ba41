import { notFound, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, issues, refusal } from './deals-world.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
});
afterAll(() => world.close());

const api = (person = world.acme.rep) => world.as(person).api;
const contact = (lastName: string, person = world.acme.rep) => api(person).contacts.create({ lastName });

describe('the customer’s people', () => {
  it('have a part each; ids alone leave the parts as they are', async () => {
    const [jo, ann] = [await contact('Jo'), await contact('Ann')];
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', '/deals', {
      body: { name: 'Parts', contacts: [{ id: jo.id, role: 'Champion' }, { id: ann.id }] },
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        contacts: [
          { id: ann.id, role: null },
          { id: jo.id, role: 'Champion' },
        ],
        contactIds: [ann.id, jo.id],
      },
    });
    const { id } = made.body as { id: string };
    const parts = [
      { id: jo.id, role: 'Decision maker' },
      { id: ann.id, role: 'Budget' },
    ];
    expect((await api().deals.update({ id, contacts: parts })).contacts).toMatchObject([
      { name: 'Ann', role: 'Budget' },
      { name: 'Jo', role: 'Decision maker' },
    ]);
    expect((await api().deals.update({ id, contactIds: [jo.id] })).contacts).toMatchObject([
      { role: 'Decision maker' },
    ]);
    expect((await api().deals.update({ id, contacts: [{ id: jo.id, role: '' }] })).contacts).toMatchObject([
      { role: null },
    ]);
    const { items } = await api().deals.timeline({ id });
    expect(items[0].data).toEqual({ changes: { contacts: [['Jo (Decision maker)'], ['Jo']] } });
  });

  it('are refused when given twice, in two ways, or not seen', async () => {
    const jo = await contact('Jo');
    const colleagues = await contact('Hidden', world.acme.otherRep);
    const deal = await api().deals.create({ name: 'Refusals' });
    const update = (fields: object) => api().deals.update({ id: deal.id, ...fields });
    await expect(update({ contacts: [{ id: jo.id }, { id: jo.id }] })).rejects.toEqual(issues('contacts'));
    await expect(update({ contacts: [{ id: jo.id }], contactIds: [] })).rejects.toEqual(refusal(422));
    await expect(update({ contacts: [{ id: jo.id, role: 'x'.repeat(61) }] })).rejects.toEqual(
      issues('contacts.0.role'),
    );
    await expect(update({ contacts: [{ id: colleagues.id, role: 'Buyer' }] })).rejects.toEqual(
      refusal(422, 'unknown_reference'),
    );
  });
});

describe('colleagues', () => {
  it('are named by the owner, see the deal, and cannot name others; managers share it', async () => {
    const { rep, otherRep, manager } = world.acme;
    const deal = await api().deals.create({ name: 'Team' });
    await expect(api(otherRep).deals.get({ id: deal.id })).rejects.toMatchObject(notFound);
    await api().deals.update({ id: deal.id, collaboratorIds: [otherRep.userId] });
    expect(await api(otherRep).deals.get({ id: deal.id })).toMatchObject({
      abilities: { nameCollaborators: false, share: false },
    });
    await expect(api(otherRep).deals.update({ id: deal.id, collaboratorIds: [] })).rejects.toEqual(refusal(403));
    await expect(api(rep).deals.share({ id: deal.id, userId: otherRep.userId })).rejects.toEqual(refusal(403));
    await api().deals.update({ id: deal.id, collaboratorIds: [] });
    await api(manager).deals.share({ id: deal.id, userId: otherRep.userId });
    expect((await api(otherRep).deals.get({ id: deal.id })).sharedWith).toMatchObject([{ userId: otherRep.userId }]);
    await api(manager).deals.unshare({ id: deal.id, userId: otherRep.userId });
    await expect(api(otherRep).deals.get({ id: deal.id })).rejects.toMatchObject(notFound);
  });
});
