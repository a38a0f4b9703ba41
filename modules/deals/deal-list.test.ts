import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, names, refusal, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
let organizationId: string;
let contactId: string;
const rep = () => world.as(world.acme.rep).api;
const manager = () => world.as(world.acme.manager).api;

beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
  organizationId = (await rep().organizations.create({ name: 'Crème Brûlée SA' })).id;
  contactId = (await rep().contacts.create({ lastName: 'Cook' })).id;
  const deals = [
    { name: 'Alpha', amount: '100', closeDate: '2027-01-10', organizationId, contactIds: [contactId] },
    { name: 'bravo', amount: '20000', currency: 'JPY', closeDate: '2027-02-10', stageId: stages.Proposal },
    { name: 'Charlie', amount: '300', stageId: stages.Proposal, probability: 55, nextStepOn: '2027-01-05' },
    { name: 'Delta', stageId: stages.Negotiation, nextStepOn: '2027-01-01' },
    { name: 'Écho', amount: '50', stageId: stages.Lost, lostReason: 'Price', closeDate: '2026-12-01' },
  ];
  for (const deal of deals) await rep().deals.create(deal);
  await world.as(world.acme.otherRep).api.deals.create({ name: 'Foxtrot', amount: '400' });
});
afterAll(() => world.close());

describe('the list', () => {
  it('is filtered by each filter, and by several at once', async () => {
    const found = async (filter: object) => names(await manager().deals.list({ sort: 'name', ...filter }));
    expect(await found({ stageId: stages.Proposal })).toEqual(['bravo', 'Charlie']);
    expect(await found({ ownerId: world.acme.otherRep.userId })).toEqual(['Foxtrot']);
    expect(await found({ organizationId })).toEqual(['Alpha']);
    expect(await found({ contactId })).toEqual(['Alpha']);
    expect(await found({ minProbability: 50, maxProbability: 60 })).toEqual(['bravo', 'Charlie']);
    expect(await found({ closeFrom: '2027-01-01', closeTo: '2027-01-31' })).toEqual(['Alpha']);
    expect(await found({ closeFrom: '2026-01-01' })).toEqual(['Alpha', 'bravo', 'Écho']);
    expect(await found({ minAmount: '100', maxAmount: '300' })).toEqual(['Alpha', 'Charlie']);
    expect(await found({ minAmount: '10000' })).toEqual(['bravo']);
    expect(await found({ maxAmount: '50.00' })).toEqual(['Écho']);
    expect(await found({ status: 'lost' })).toEqual(['Écho']);
    expect(await found({ q: 'creme brul' })).toEqual(['Alpha']);
    expect(await found({ q: 'echo' })).toEqual(['Écho']);
    expect(await found({ attention: 'noNextStep', status: 'open' })).toEqual(['Alpha', 'bravo', 'Foxtrot']);
    expect(await found({ status: 'open', minAmount: '1', stageId: stages.Proposal, q: 'char' })).toEqual(['Charlie']);
    expect(await found({ q: 'nothing like this' })).toEqual([]);
  });

  it('is sorted by each sort, both ways, page by page', async () => {
    for (const sort of ['name', 'amount', 'closeDate', 'createdAt', 'updatedAt', 'nextStep']) {
      const whole = names(await manager().deals.list({ sort }));
      expect(whole).toHaveLength(6);
      expect(names(await manager().deals.list({ sort: `-${sort}` }))).toEqual(whole.toReversed());
      const paged: string[] = [];
      let cursor: string | null | undefined;
      do {
        const page = await manager().deals.list({ sort, limit: 4, ...(cursor ? { cursor } : {}) });
        paged.push(...names(page));
        cursor = page.nextCursor;
        expect(page.total).toBe(6);
      } while (cursor);
      expect(paged).toEqual(whole);
    }
    expect(names(await manager().deals.list({ sort: 'amount' }))).toEqual([
      'Delta',
      'Écho',
      'Alpha',
      'Charlie',
      'Foxtrot',
      'bravo',
    ]);
  });

  it('has the cursors of one tenant, list and filter', async () => {
    const { nextCursor } = await manager().deals.list({ limit: 1 });
    await expect(manager().deals.list({ limit: 1, status: 'open', cursor: nextCursor })).rejects.toEqual(
      refusal(422, 'bad_cursor'),
    );
    await expect(world.as(world.globex.manager).api.deals.list({ limit: 1, cursor: nextCursor })).rejects.toEqual(
      refusal(422, 'bad_cursor'),
    );
  });

  it('follows the name of the organization', async () => {
    await rep().organizations.update({ id: organizationId, name: 'Pâtisserie SA' });
    expect((await rep().deals.list({ q: 'creme' })).total).toBe(0);
    expect(names(await rep().deals.list({ q: 'patisserie' }))).toEqual(['Alpha']);
    const { body } = await world.as(world.acme.rep).rest('GET', `/organizations/${organizationId}/deals?sort=name`);
    expect(names(body as { items: { name: string }[] })).toEqual(['Alpha']);
  });
});

describe('the board', () => {
  it('sums each column per currency and shows its first cards', async () => {
    const board = await rep().deals.board({ sort: '-amount' });
    expect(board).toMatchObject({
      count: 4,
      sums: [
        { currency: 'JPY', count: 1, amount: '20000', weighted: '10000' },
        { currency: 'USD', count: 3, amount: '400.00', weighted: '175.00' },
      ],
    });
    const column = (name: string) => board.columns.find((one: { stage: { name: string } }) => one.stage.name === name);
    expect(board.columns.map((one: { stage: { name: string } }) => one.stage.name)).toEqual([
      'Prospect',
      'Qualified',
      'Proposal',
      'Negotiation',
      'Won',
      'Lost',
    ]);
    expect(column('Proposal')).toMatchObject({
      count: 2,
      deals: [{ name: 'bravo' }, { name: 'Charlie' }],
      nextCursor: null,
    });
    expect(column('Lost')).toMatchObject({ count: 0, deals: [] });
    const lost = await rep().deals.board({ status: 'lost' });
    expect(lost.columns.at(-1)).toMatchObject({ count: 1, deals: [{ name: 'Écho' }] });
  });

  it('says the same as the list under the same filter', async () => {
    for (const filter of [{}, { minAmount: '100' }, { q: 'o' }, { attention: 'noNextStep' }]) {
      const board = await manager().deals.board(filter);
      expect(board.count).toBe((await manager().deals.list({ ...filter, status: 'open' })).total);
    }
  });

  it('is paged column by column, from its own cursors', async () => {
    for (const sort of ['nextStep', '-amount', 'closeDate', 'stageEnteredAt']) {
      const board = await rep().deals.board({ sort, limit: 1 });
      const { deals, nextCursor } = board.columns[2];
      const rest = await rep().deals.boardColumn({ stageId: stages.Proposal, sort, limit: 1, cursor: nextCursor });
      expect([...names({ items: deals }), ...names(rest)].toSorted()).toEqual(['Charlie', 'bravo']);
      expect(rest.nextCursor).toBeNull();
    }
    const foreign = await stageIds(world, world.globex.admin);
    await expect(rep().deals.boardColumn({ stageId: foreign.Proposal })).rejects.toEqual(refusal(404));
    expect((await world.as(world.globex.manager).api.deals.board({})).count).toBe(0);
  });

  it('looks up named cards of a column, as far as they pass the filter', async () => {
    const { items } = await rep().deals.list({ sort: 'name' });
    const ids = items.map(({ id }: { id: string }) => id);
    const named = (filter: object) => rep().deals.boardColumn({ stageId: stages.Proposal, ids, ...filter });
    expect(names(await named({ sort: '-amount' }))).toEqual(['bravo', 'Charlie']);
    expect(names(await named({ q: 'char' }))).toEqual(['Charlie']);
    expect(names(await named({ status: 'lost' }))).toEqual([]);
    const proposal = { stageId: stages.Proposal };
    expect(names(await manager().deals.boardColumn({ ...proposal, ids: ids.slice(0, 1) }))).toEqual([]);
    await expect(rep().deals.boardColumn({ ...proposal, ids: ['no id'] })).rejects.toEqual(refusal(422));
    const [strange] = (await world.as(world.globex.manager).api.deals.list({})).items;
    if (strange) expect(names(await rep().deals.boardColumn({ ...proposal, ids: [strange.id] }))).toEqual([]);
  });
});
