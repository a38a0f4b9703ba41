import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findDealIds } from './deal.queries.ts';
import { type ImportedDeal, insertImportedDeals } from './deal-import.service.ts';
import { reassignDeals } from './deal-owner.service.ts';
import { dealsWorld, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
let base: ImportedDeal;
let product: { id: string };
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
  const [pipeline] = (await manager().api.pipelines.list({})).items;
  product = await manager().api.products.create({
    sku: 'P',
    name: 'Plus',
    price: { amount: '500', currency: 'USD', cost: '300' },
  });
  base = {
    name: 'Old',
    currency: 'USD',
    pipelineId: pipeline.id,
    stageId: stages.Prospect,
    probability: 10,
    ownerId: world.acme.rep.userId,
    importId: product.id,
  };
});
afterAll(() => world.close());

const manager = () => world.as(world.acme.manager);
const insert = (rows: ImportedDeal[]) => manager().run((ctx) => insertImportedDeals(ctx, rows));

describe('an import of deals', () => {
  it('takes closed deals with their dates, without gates', async () => {
    const [won, lost] = await insert([
      {
        ...base,
        name: 'Won then',
        stageId: stages.Won,
        probability: 40,
        openedOn: '2016-10-20',
        closedAt: '2017-03-01',
        amountMinor: 105400n,
      },
      { ...base, name: 'Lost then', stageId: stages.Lost, openedOn: '2016-10-25', closedAt: '2017-03-11' },
    ]);
    expect(await manager().api.deals.get({ id: won })).toMatchObject({
      status: 'won',
      probability: 100,
      openedOn: '2016-10-20',
      closeDate: '2017-03-01',
      closedAt: '2017-03-01T00:00:00.000Z',
      closedStageName: 'Won',
      amount: '1054.00',
      ownerName: 'Rita Rep',
    });
    expect(await manager().api.deals.get({ id: lost })).toMatchObject({
      status: 'lost',
      lostReason: null,
      amount: null,
    });
    const { rows } = await world.superuser.query(
      'select to_stage_name, changed_at from crm.stage_changes where deal_id = $1',
      [won],
    );
    expect(rows).toEqual([{ to_stage_name: 'Won', changed_at: new Date('2017-03-01T00:00:00Z') }]);
    expect(await manager().run((ctx) => findDealIds(ctx, ['none']))).toEqual(new Map());
  });

  it("makes one line whose net is the file's amount", async () => {
    const item = { productId: product.id };
    const ids = await insert([
      { ...base, amountMinor: 45000n, item },
      { ...base, amountMinor: 50000n, item },
      { ...base, amountMinor: 61000n, item },
      { ...base, amountMinor: null, item },
      { ...base, amountMinor: 7000n, currency: 'EUR', item },
    ]);
    const deals = await Promise.all(ids.map((id) => manager().api.deals.get({ id })));
    expect(deals.map((deal) => [deal.amount, deal.amountSource])).toEqual([
      ['450.00', 'items'],
      ['500.00', 'items'],
      ['610.00', 'items'],
      ['500.00', 'items'],
      ['70.00', 'items'],
    ]);
    expect(
      deals.map((deal) => [
        deal.items[0].unitPrice,
        deal.items[0].discountAmount,
        deal.items[0].overrideReason,
        deal.items[0].listPrice,
      ]),
    ).toEqual([
      ['500.00', '50.00', null, '500.00'],
      ['500.00', null, null, '500.00'],
      ['610.00', null, 'imported', '500.00'],
      ['500.00', null, null, '500.00'],
      ['70.00', null, null, null],
    ]);
  });

  it('of 2,000 rows goes in at once, and is found by search', async () => {
    const ids = await insert(
      Array.from({ length: 2_000 }, (_, index) => ({
        ...base,
        name: `Bulk ${index}`,
        externalId: `B${index}`,
        amountMinor: 100n,
        item: { productId: product.id },
      })),
    );
    expect(new Set(ids).size).toBe(2_000);
    expect((await world.as(world.acme.rep).api.deals.list({ q: 'bulk 1999' })).total).toBe(1);
    await expect(insert([{ ...base, externalId: 'B7' }])).rejects.toMatchObject({
      constraint: 'deals_external_id_key',
    });
    expect((await manager().run((ctx) => findDealIds(ctx, ['B7']))).get('B7')).toBe(ids[7]);
  });

  it('by a rep is for the rep', async () => {
    const rep = world.as(world.acme.rep);
    const foreign = { ...base, ownerId: world.acme.otherRep.userId };
    await expect(rep.run((ctx) => insertImportedDeals(ctx, [foreign]))).rejects.toMatchObject({ code: '42501' });
    expect(await rep.run((ctx) => insertImportedDeals(ctx, [base]))).toHaveLength(1);
  });
});

describe('when a member leaves', () => {
  it('all their deals go to another, each told', async () => {
    const { rep, otherRep, admin } = world.acme;
    const before = (await manager().api.deals.list({ ownerId: rep.userId })).total;
    const { changed } = await world.as(admin).run((ctx) => reassignDeals(ctx, rep.userId, otherRep.userId));
    expect(changed).toBe(before);
    expect((await manager().api.deals.list({ ownerId: rep.userId })).total).toBe(0);
    await expect(world.as(rep).run((ctx) => reassignDeals(ctx, otherRep.userId, rep.userId))).rejects.toMatchObject({
      status: 403,
    });
  });
});
