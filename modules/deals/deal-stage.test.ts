import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, issues, refusal, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
});
afterAll(() => world.close());

const rep = () => world.as(world.acme.rep).api;
const admin = () => world.as(world.acme.admin).api;
const historyOf = async (id: string) =>
  (
    await world.superuser.query(
      'select from_stage_name, to_stage_name, from_probability, to_probability, reason, changed_by from crm.stage_changes where deal_id = $1 order by changed_at, id',
      [id],
    )
  ).rows;
const eventsOf = async (id: string) =>
  (await rep().deals.timeline({ id })).items.map((entry: { type: string }) => entry.type);

describe('moving', () => {
  it("takes the stage's probability, unless another is said, and is recorded", async () => {
    const deal = await rep().deals.create({ name: 'Mover', probability: 15 });
    expect(await rep().deals.setStage({ id: deal.id, stageId: stages.Qualified, reason: 'Good call' })).toMatchObject({
      stageName: 'Qualified',
      probability: 25,
    });
    expect(
      await rep().deals.setStage({ id: deal.id, stageId: stages.Proposal, fields: { probability: 40 } }),
    ).toMatchObject({ probability: 40 });
    expect(await historyOf(deal.id)).toMatchObject([
      { from_stage_name: null, to_stage_name: 'Prospect', to_probability: 15 },
      {
        from_stage_name: 'Prospect',
        to_stage_name: 'Qualified',
        from_probability: 15,
        to_probability: 25,
        reason: 'Good call',
        changed_by: world.acme.rep.userId,
      },
      { from_stage_name: 'Qualified', to_stage_name: 'Proposal', reason: null },
    ]);
    expect(await eventsOf(deal.id)).toEqual(expect.arrayContaining(['deal.stage_changed']));
  });

  it('to the same stage is nothing', async () => {
    const deal = await rep().deals.create({ name: 'Still' });
    expect(await rep().deals.setStage({ id: deal.id, stageId: stages.Prospect })).toMatchObject({ version: 1 });
    expect(await historyOf(deal.id)).toHaveLength(1);
  });

  it('asks for what the stage requires, and takes it with the move', async () => {
    const pipeline = await admin().pipelines.create({
      name: 'Gated',
      stages: [
        { name: 'In' },
        { name: 'Deep', requiredFields: ['amount', 'closeDate', 'contactIds'] },
        { name: 'Done', kind: 'won' },
      ],
    });
    const deal = await rep().deals.create({ name: 'Gate', pipelineId: pipeline.id });
    const deep = pipeline.stages[1].id;
    await expect(rep().deals.setStage({ id: deal.id, stageId: deep })).rejects.toEqual(
      issues('amount', 'closeDate', 'contactIds'),
    );
    await expect(rep().deals.update({ id: deal.id, stageId: deep })).rejects.toEqual(
      refusal(422, 'stage_requirements'),
    );
    const contact = await rep().contacts.create({ lastName: 'Gatekeeper' });
    await rep().deals.update({ id: deal.id, contactIds: [contact.id] });
    expect(
      await rep().deals.setStage({ id: deal.id, stageId: deep, fields: { amount: '5', closeDate: '2027-01-01' } }),
    ).toMatchObject({ stageName: 'Deep', amount: '5.00' });
  });

  it('is not to a retired stage or one of another tenant', async () => {
    const foreign = await stageIds(world, world.globex.admin);
    const deal = await rep().deals.create({ name: 'Wrong way' });
    await expect(rep().deals.setStage({ id: deal.id, stageId: foreign.Won })).rejects.toEqual(issues('stageId'));
  });

  it('by two people at once leaves a history without gaps', async () => {
    const deal = await rep().deals.create({ name: 'Race' });
    const manager = world.as(world.acme.manager).api;
    await Promise.all([
      rep().deals.setStage({ id: deal.id, stageId: stages.Qualified }),
      manager.deals.setStage({ id: deal.id, stageId: stages.Proposal }),
      rep().deals.setStage({ id: deal.id, stageId: stages.Negotiation }),
    ]);
    const history = await historyOf(deal.id);
    expect(history).toHaveLength(4);
    for (const [index, change] of history.slice(1).entries())
      expect(change.from_stage_name).toBe(history[index].to_stage_name);
    const versioned = await Promise.allSettled(
      [stages.Prospect, stages.Qualified].map((stageId) =>
        rep().deals.setStage({ id: deal.id, stageId, expectedVersion: 4 }),
      ),
    );
    expect(versioned.map((outcome) => outcome.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('closing', () => {
  it('as won is 100 %, today, and told', async () => {
    const deal = await rep().deals.create({ name: 'Winner', amount: '100', closeDate: '2030-01-01' });
    const won = await rep().deals.setStage({ id: deal.id, stageId: stages.Won });
    const today = new Date().toISOString().slice(0, 10);
    expect(won).toMatchObject({
      status: 'won',
      probability: 100,
      closeDate: today,
      closedStageName: 'Won',
      closedProbability: 100,
    });
    expect(won.closedAt).not.toBeNull();
    expect(await eventsOf(deal.id)).toEqual(expect.arrayContaining(['deal.won', 'deal.stage_changed']));
    await expect(rep().deals.update({ id: deal.id, probability: 50 })).rejects.toEqual(issues('probability'));
  });

  it('as lost needs a reason, in fields or with the move', async () => {
    const deal = await rep().deals.create({ name: 'Loser' });
    await expect(rep().deals.setStage({ id: deal.id, stageId: stages.Lost })).rejects.toEqual(issues('lostReason'));
    expect(await rep().deals.setStage({ id: deal.id, stageId: stages.Lost, reason: 'Too dear' })).toMatchObject({
      status: 'lost',
      probability: 0,
      lostReason: 'Too dear',
    });
    const open = await rep().deals.create({ name: 'Open' });
    await expect(rep().deals.update({ id: open.id, lostReason: 'Not yet' })).rejects.toEqual(issues('lostReason'));
  });

  it('is undone by reopening, which is recorded', async () => {
    const deal = await rep().deals.create({ name: 'Boomerang' });
    await rep().deals.setStage({ id: deal.id, stageId: stages.Lost, reason: 'Silent' });
    const reopened = await rep().deals.setStage({ id: deal.id, stageId: stages.Proposal });
    expect(reopened).toMatchObject({
      status: 'open',
      probability: 50,
      lostReason: null,
      closedAt: null,
      closedStageName: null,
    });
    expect(await eventsOf(deal.id)).toContain('deal.reopened');
    expect((await historyOf(deal.id)).at(-1)).toMatchObject({ from_stage_name: 'Lost', to_stage_name: 'Proposal' });
  });

  it("keeps the stage's name and probability whatever is edited later", async () => {
    const pipeline = await admin().pipelines.create({
      name: 'Renamed',
      stages: [{ name: 'In' }, { name: 'Signed', kind: 'won' }, { name: 'Out', kind: 'lost' }],
    });
    const [, signed] = pipeline.stages;
    const deal = await rep().deals.create({ name: 'Kept', pipelineId: pipeline.id, stageId: signed.id });
    await admin().stages.update({ id: pipeline.id, stageId: signed.id, name: 'Delivered' });
    expect(await rep().deals.get({ id: deal.id })).toMatchObject({
      stageName: 'Signed',
      closedStageName: 'Signed',
      probability: 100,
    });
    await expect(admin().stages.update({ id: pipeline.id, stageId: signed.id, kind: 'lost' })).rejects.toEqual(
      refusal(409, 'stage_in_use'),
    );
  });
});

describe('the history', () => {
  it('is changed and forged by nobody', async () => {
    const deal = await rep().deals.create({ name: 'History' });
    const attempt = (person: typeof world.acme.admin, work: 'update' | 'insert') =>
      world.as(person).run<unknown>((ctx) =>
        work === 'update'
          ? ctx.db.updateTable('crm.stage_changes').set({ reason: 'Forged' }).where('deal_id', '=', deal.id).execute()
          : ctx.db
              .insertInto('crm.stage_changes')
              .values({
                deal_id: deal.id,
                to_stage_id: stages.Won,
                to_stage_name: 'Won',
                to_probability: 100,
                to_status: 'won',
              })
              .execute(),
      );
    for (const person of [world.acme.rep, world.acme.admin])
      for (const work of ['update', 'insert'] as const)
        await expect(attempt(person, work)).rejects.toMatchObject({ code: '42501' });
    await expect(world.superuser.query("update crm.stage_changes set reason = 'x'")).rejects.toMatchObject({
      code: '42501',
    });
  });
});

describe('retiring a stage', () => {
  it('moves its open deals in the same step, and leaves closed ones', async () => {
    const pipeline = await admin().pipelines.create({
      name: 'Retiring',
      stages: [
        { name: 'A', probability: 10 },
        { name: 'B', probability: 70 },
        { name: 'W', kind: 'won' },
      ],
    });
    const [a, b] = pipeline.stages;
    const deal = await rep().deals.create({ name: 'Moved along', pipelineId: pipeline.id });
    await expect(admin().stages.retire({ id: pipeline.id, stageId: a.id })).rejects.toEqual(issues('moveDealsTo'));
    await admin().stages.retire({ id: pipeline.id, stageId: a.id, moveDealsTo: b.id });
    expect(await rep().deals.get({ id: deal.id })).toMatchObject({ stageName: 'B', probability: 70 });
    expect((await historyOf(deal.id)).at(-1)).toMatchObject({
      from_stage_name: 'A',
      to_stage_name: 'B',
      reason: 'Stage retired: A',
      changed_by: world.acme.admin.userId,
    });
    expect(await eventsOf(deal.id)).toContain('deal.stage_changed');
    await expect(rep().deals.setStage({ id: deal.id, stageId: a.id })).rejects.toEqual(refusal(422, 'stage_retired'));
    await expect(admin().pipelines.archive({ id: pipeline.id })).rejects.toEqual(refusal(409, 'open_deals'));
    await rep().deals.setStage({ id: deal.id, stageId: pipeline.stages[2].id });
    await admin().pipelines.archive({ id: pipeline.id });
  });
});
