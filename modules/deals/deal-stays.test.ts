import { sql } from '@aura/db';
import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, names, refusal, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
});
afterAll(() => world.close());

const rep = () => world.as(world.acme.rep).api;
const manager = () => world.as(world.acme.manager).api;
const move = (id: string, stage: keyof StageIds) =>
  rep().deals.setStage({ id, stageId: stages[stage], fields: stage === 'Lost' ? { lostReason: 'Price' } : {} });
const staysOf = async (id: string) =>
  (
    await world.superuser.query(
      `select s.name, y.outcome, y.left_at is not null as is_over, y.days, y.owner_id, y.is_archived
         from crm.deal_stages y join crm.stages s on s.tenant_id = y.tenant_id and s.id = y.stage_id where y.deal_id = $1 order by s.position`,
      [id],
    )
  ).rows;
const outcomes = async (id: string) => Object.fromEntries((await staysOf(id)).map((stay) => [stay.name, stay.outcome]));

describe('the stays of a deal', () => {
  it('end with going on, going back, winning and losing, and begin again on coming back', async () => {
    const { id } = await rep().deals.create({ name: 'Traveller' });
    expect(await outcomes(id)).toEqual({ Prospect: 'here' });
    await move(id, 'Proposal');
    expect(await outcomes(id)).toEqual({ Prospect: 'on', Proposal: 'here' });
    await move(id, 'Qualified');
    expect(await outcomes(id)).toEqual({ Prospect: 'on', Qualified: 'here', Proposal: 'back' });
    await move(id, 'Proposal');
    await move(id, 'Lost');
    expect(await outcomes(id)).toEqual({ Prospect: 'on', Qualified: 'on', Proposal: 'lost' });
    expect(await staysOf(id)).toMatchObject([{ is_over: true, days: 0 }, { is_over: true }, { is_over: true }]);
  });

  it('of a closed deal end otherwise when it is reopened or won after all', async () => {
    const { id } = await rep().deals.create({ name: 'Second wind', stageId: stages.Proposal });
    await move(id, 'Lost');
    await move(id, 'Negotiation');
    expect(await outcomes(id)).toEqual({ Proposal: 'on', Negotiation: 'here' });
    await move(id, 'Lost');
    await move(id, 'Won');
    expect(await outcomes(id)).toEqual({ Proposal: 'on', Negotiation: 'on' });
    expect(names(await rep().deals.list({ closedFromStageId: stages.Negotiation, status: 'won' }))).toEqual([
      'Second wind',
    ]);
    await move(id, 'Negotiation');
    expect(await outcomes(id)).toEqual({ Proposal: 'on', Negotiation: 'here' });
  });

  it('follow the owner and the archive', async () => {
    const { id } = await rep().deals.create({ name: 'Given away' });
    await manager().deals.setOwner({ id, ownerId: world.acme.otherRep.userId });
    expect(await staysOf(id)).toMatchObject([{ owner_id: world.acme.otherRep.userId, is_archived: false }]);
    await manager().deals.archive({ id });
    expect(await staysOf(id)).toMatchObject([{ is_archived: true }]);
    await manager().deals.restore({ id });
    expect(await staysOf(id)).toMatchObject([{ is_archived: false }]);
  });

  it('are seen with their deal and written by nobody', async () => {
    const { id } = await world.as(world.acme.otherRep).api.deals.create({ name: 'Not yours' });
    const rowsFor = async (person: Person) =>
      (await world.as(person).run(({ db }) => sql`select 1 from crm.deal_stages where deal_id = ${id}`.execute(db)))
        .rows.length;
    const count = (person: 'rep' | 'otherRep' | 'manager') => rowsFor(world.acme[person]);
    expect([await count('rep'), await count('otherRep'), await count('manager')]).toEqual([0, 1, 1]);
    await manager().deals.share({ id, userId: world.acme.rep.userId });
    expect(await count('rep')).toBe(1);
    expect(await rowsFor(world.globex.admin)).toBe(0);
    for (const person of [world.acme.admin, world.acme.otherRep]) {
      for (const write of [sql`update crm.deal_stages set outcome = 'on'`, sql`delete from crm.deal_stages`]) {
        await expect(world.as(person).run(({ db }) => write.execute(db))).rejects.toMatchObject({ code: '42501' });
      }
    }
  });
});

describe('deals by their history', () => {
  it('are listed by the stage they came into, when, and what became of them', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { id } = await rep().deals.create({ name: 'Counted', stageId: stages.Qualified });
    await move(id, 'Negotiation');
    const entered = { enteredStageId: stages.Qualified, stayOutcome: 'on' as const };
    expect(names(await rep().deals.list({ ...entered, q: 'counted' }))).toEqual(['Counted']);
    expect(names(await rep().deals.list({ ...entered, enteredFrom: today, enteredTo: today, q: 'counted' }))).toEqual([
      'Counted',
    ]);
    expect((await rep().deals.list({ ...entered, enteredTo: '2020-01-01' })).total).toBe(0);
    expect((await rep().deals.list({ ...entered, stayOutcome: 'lost' })).total).toBe(0);
    expect((await world.as(world.globex.admin).api.deals.list(entered)).total).toBe(0);
  });

  it('are listed by why and where they were lost', async () => {
    const { id } = await rep().deals.create({ name: 'Gone', stageId: stages.Proposal });
    await rep().deals.setStage({ id, stageId: stages.Lost, fields: { lostReason: 'Only here' } });
    const filter = { lostReason: 'Only here', closedFromStageId: stages.Proposal };
    expect(names(await rep().deals.list(filter))).toEqual(['Gone']);
    expect((await rep().deals.list({ ...filter, noLostReason: true })).total).toBe(0);
    expect((await rep().deals.list({ ...filter, noLostReason: false })).total).toBe(1);
    expect((await rep().deals.list({ status: 'lost', closedFromStageId: 'none' })).total).toBe(0);
    await expect(rep().deals.list({ closedFromStageId: 'nowhere' } as never)).rejects.toEqual(refusal(422));
    await expect(rep().deals.list({ enteredFrom: 'soon' })).rejects.toEqual(refusal(422));
    await expect(rep().deals.list({ stayOutcome: 'gone' } as never)).rejects.toEqual(refusal(422));
  });
});
