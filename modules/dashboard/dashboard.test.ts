import { activitiesModule } from '@aura/activities/module';
import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { insertImportedDeals } from '@aura/deals';
import { dealsModule } from '@aura/deals/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import { addDays, type Figure } from '@aura/reports';
import { reportsModule } from '@aura/reports/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dashboard } from './dashboard.schema.ts';
import { dashboardModule } from './module.ts';

describe('the dashboard', () => {
  let world: World;
  let stageIds: Record<string, string>;
  const today = new Date().toISOString().slice(0, 10);
  const api = (person: 'rep' | 'otherRep' | 'manager' = 'rep') => world.as(world.acme[person]).api;
  const read = (person: 'rep' | 'otherRep' | 'manager', input = {}): Promise<Dashboard> =>
    api(person).dashboard.read(input);

  beforeAll(async () => {
    world = await testWorld({
      modules: [
        customFieldsModule,
        organizationsModule,
        contactsModule,
        pipelinesModule,
        productsModule,
        activitiesModule,
        dealsModule,
        reportsModule,
        dashboardModule,
      ],
    });
    const [pipeline] = (await api().pipelines.list({})).items;
    stageIds = Object.fromEntries(pipeline.stages.map((stage: { name: string; id: string }) => [stage.name, stage.id]));
    await api().deals.create({
      name: 'Soon',
      amount: '100.33',
      closeDate: addDays(today, 5),
      nextStepOn: addDays(today, 1),
      nextStep: 'Call',
    });
    await api().deals.create({
      name: 'Overdue',
      amount: '200',
      closeDate: addDays(today, -3),
      stageId: stageIds['Proposal'],
      nextStepOn: addDays(today, 2),
    });
    await api().deals.create({ name: 'Yen', amount: '5000', currency: 'JPY', stageId: stageIds['Proposal'] });
    const { rep, otherRep } = world.acme;
    await world.as(otherRep).run((ctx) =>
      insertImportedDeals(ctx, [
        {
          name: 'Rotting',
          amountMinor: 1000n,
          currency: 'USD',
          stageId: stageIds['Prospect'] ?? '',
          pipelineId: pipeline.id,
          probability: 10,
          openedOn: addDays(today, -60),
          nextStepOn: today,
          ownerId: otherRep.userId,
          importId: rep.userId,
        },
      ]),
    );
    for (const [name, stage] of [
      ['Won', 'Won'],
      ['Lost', 'Lost'],
    ] as const) {
      const deal = await api().deals.create({ name, amount: '50' });
      await api().deals.setStage({ id: deal.id, stageId: stageIds[stage], reason: 'Because' });
    }
    const contact = await api().contacts.create({ lastName: 'Caller' });
    await api().activities.create({ type: 'call', subject: 'Hello', contactId: contact.id });
    const archived = await api().deals.create({ name: 'Archived', amount: '999' });
    await api().deals.archive({ id: archived.id });
    await world.as(world.globex.rep).api.deals.create({ name: 'Soon', amount: '7777', closeDate: addDays(today, 5) });
  });
  afterAll(() => world.close());

  it('counts open deals per currency, by stage and by owner', async () => {
    const numbers = await read('manager');
    expect(numbers.open).toMatchObject({
      count: 4,
      sums: [
        { currency: 'JPY', count: 1, amount: '5000', weighted: '2500' },
        { currency: 'USD', count: 3, amount: '310.33', weighted: '111.03' },
      ],
    });
    expect(numbers.stages.map((stage) => [stage.stageName, stage.count])).toEqual([
      ['Prospect', 2],
      ['Qualified', 0],
      ['Proposal', 2],
      ['Negotiation', 0],
    ]);
    expect(
      numbers.byOwner.map((owner) => [
        owner.ownerName,
        owner.open.count,
        owner.won.count,
        owner.winRate,
        owner.activities7d,
      ]),
    ).toEqual([
      ['Otto Rep', 1, 0, null, 0],
      ['Rita Rep', 3, 1, 50, 1],
    ]);
    expect(numbers.current).toMatchObject({ won: { count: 1 }, lost: { count: 1 }, winRate: 50 });
    expect(numbers.previous).toMatchObject({ won: { count: 0 }, winRate: null });
    expect(
      [numbers.closingSoon, numbers.overdue, numbers.rotting, numbers.noNextStep, numbers.attention].map(
        (figure) => figure.count,
      ),
    ).toEqual([1, 1, 1, 1, 3]);
    expect(numbers.nextSteps.map((deal) => deal.name)).toEqual(['Rotting', 'Soon', 'Overdue']);
    expect(numbers.recentActivities).toMatchObject([{ subject: 'Hello' }]);
    expect(numbers.recentChanges.map((change) => change.dealName)).toContain('Won');
  });

  it("is a rep's own for a rep", async () => {
    expect((await read('rep')).open.count).toBe(3);
    const other = await read('otherRep');
    expect(other).toMatchObject({
      open: { count: 1 },
      current: { won: { count: 0 } },
      recentActivities: [],
      rotting: { count: 1 },
    });
    expect(other.byOwner.map((owner) => owner.ownerName)).toEqual(['Otto Rep']);
    expect(other.recentChanges.every((change) => change.dealName === 'Rotting')).toBe(true);
    expect((await world.as(world.globex.manager).api.dashboard.read({})).open).toMatchObject({
      count: 1,
      sums: [{ amount: '7777.00' }],
    });
  });

  it('gives with each number the filter that lists the same deals', async () => {
    for (const person of ['manager', 'rep'] as const) {
      const numbers = await read(person);
      const figures: Figure[] = [
        numbers.open,
        ...numbers.stages,
        numbers.current.won,
        numbers.current.lost,
        numbers.previous.won,
        numbers.closingSoon,
        numbers.overdue,
        numbers.rotting,
        numbers.noNextStep,
        numbers.attention,
        ...numbers.byOwner.flatMap((owner) => [owner.open, owner.attention, owner.won, owner.lost]),
      ];
      for (const { count, filter } of figures) {
        const { total } = await api(person).deals.list(filter);
        expect({ filter, total }).toEqual({ filter, total: count });
      }
    }
  });

  it('narrows to an owner, a pipeline and a period', async () => {
    expect((await read('manager', { ownerId: world.acme.otherRep.userId })).open.count).toBe(1);
    expect((await read('manager', { from: '2020-01-01', to: '2020-12-31' })).current.won.count).toBe(0);
    await expect(read('manager', { from: '2026-02-01', to: '2026-01-01' })).rejects.toMatchObject({
      cause: { status: 422 },
    });
    const foreign = (await world.as(world.globex.admin).api.pipelines.list({})).items[0].id;
    expect((await read('manager', { pipelineId: foreign })).stages).toEqual([]);
  });

  it('says what was open when the period began', async () => {
    // Only the rotting deal was opened before this month; the others are of today.
    expect((await read('manager')).openBefore).toMatchObject({ count: 1, sums: [{ amount: '10.00' }] });
    expect((await read('rep')).openBefore).toEqual({ count: 0, sums: [] });
  });

  it('refuses what it does not know', async () => {
    expect((await world.as(world.acme.manager).rest('GET', '/reports/dashboard?period=x')).status).toBe(422);
  });
});
