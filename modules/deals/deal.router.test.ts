import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsWorld, issues, names, refusal, type StageIds, stageIds } from './deals-world.fixture.ts';

let world: World;
let stages: StageIds;
beforeAll(async () => {
  world = await testWorld(dealsWorld);
  stages = await stageIds(world, world.acme.admin);
  await world
    .as(world.acme.admin)
    .api.customFields.create({ entity: 'deal', key: 'tier', label: 'Tier', type: 'text' });
});
afterAll(() => world.close());

const rep = () => world.as(world.acme.rep).api;
const otherRep = () => world.as(world.acme.otherRep).api;
const manager = () => world.as(world.acme.manager).api;
const stranger = () => world.as(world.globex.admin).api;

describe('creating', () => {
  it('starts in the first stage with its probability, in the workspace currency, owned by the maker', async () => {
    const deal = await rep().deals.create({ name: 'First', amount: '1200.5' });
    expect(deal).toMatchObject({
      amount: '1200.50',
      currency: 'USD',
      amountSource: 'manual',
      weightedAmount: '120.05',
      stageName: 'Prospect',
      status: 'open',
      probability: 10,
      ownerId: world.acme.rep.userId,
      ownerName: 'Rita Rep',
      version: 1,
      contactIds: [],
      collaboratorIds: [],
      items: [],
      abilities: { update: true, archive: true, restore: false, changeOwner: false, share: false, escalate: true },
    });
  });

  it('takes links, people and custom fields', async () => {
    const organization = await rep().organizations.create({ name: 'Buyer Ltd' });
    const contact = await rep().contacts.create({
      firstName: 'Jo',
      lastName: 'Buyer',
      organizationId: organization.id,
    });
    const deal = await rep().deals.create({
      name: 'Linked',
      stageId: stages.Proposal,
      probability: 60,
      closeDate: '2027-01-31',
      notes: 'Call back',
      organizationId: organization.id,
      contactIds: [contact.id, contact.id],
      collaboratorIds: [world.acme.otherRep.userId],
      customFields: { tier: 'Gold' },
      externalId: 'X-1',
    });
    expect(deal).toMatchObject({
      probability: 60,
      closeDate: '2027-01-31',
      organizationName: 'Buyer Ltd',
      contacts: [{ id: contact.id, name: 'Jo Buyer' }],
      collaborators: [{ name: 'Otto Rep' }],
      customFields: { tier: 'Gold' },
      externalId: 'X-1',
    });
    await expect(rep().deals.create({ name: 'Again', externalId: 'X-1' })).rejects.toEqual(
      refusal(409, 'duplicate_external_id'),
    );
  });

  it('refuses what is not there, what does not fit and what is not theirs to give', async () => {
    const theirs = await otherRep().contacts.create({ lastName: 'Hidden' });
    const foreign = await stranger().organizations.create({ name: 'Foreign' });
    const foreignStages = await stageIds(world, world.globex.admin);
    const make = (fields: object) => rep().deals.create({ name: 'Refused', ...fields });
    await expect(make({ contactIds: [theirs.id] })).rejects.toEqual(issues('contactIds'));
    await expect(make({ organizationId: foreign.id })).rejects.toEqual(issues('organizationId'));
    await expect(make({ stageId: foreignStages.Proposal })).rejects.toEqual(issues('stageId'));
    await expect(make({ pipelineId: foreign.id })).rejects.toEqual(issues('pipelineId'));
    await expect(make({ collaboratorIds: [world.globex.rep.userId] })).rejects.toEqual(issues('collaboratorIds'));
    await expect(make({ customFields: { colour: 'red' } })).rejects.toEqual(issues('customFields.colour'));
    await expect(make({ amount: '1.005' })).rejects.toEqual(issues('amount'));
    await expect(make({ amount: '-1' })).rejects.toEqual(refusal(422));
    await expect(make({ amount: '1.5', currency: 'JPY' })).rejects.toEqual(issues('amount'));
    await expect(make({ stageId: stages.Lost })).rejects.toEqual(issues('lostReason'));
    await expect(make({ stageId: stages.Won, probability: 40 })).rejects.toEqual(issues('probability'));
    await expect(make({ ownerId: world.acme.otherRep.userId })).rejects.toEqual(refusal(403, 'owner_change'));
    await expect(make({ status: 'won' })).rejects.toEqual(refusal(422));
    expect((await rep().deals.list({ q: 'Refused' })).total).toBe(0);
  });

  it('is for another owner when a manager does it', async () => {
    const deal = await manager().deals.create({ name: 'Given', ownerId: world.acme.rep.userId });
    expect((await rep().deals.get({ id: deal.id })).ownerId).toBe(world.acme.rep.userId);
    await expect(manager().deals.create({ name: 'Given', ownerId: world.globex.rep.userId })).rejects.toEqual(
      refusal(422),
    );
  });
});

describe('who sees a deal', () => {
  it('is its owner, collaborators, those it was shared with, and managers', async () => {
    const deal = await rep().deals.create({ name: 'Secret plan' });
    const sees = async (api: ReturnType<typeof rep>) => (await api.deals.list({ q: 'secret plan' })).total;
    expect([await sees(rep()), await sees(manager()), await sees(otherRep()), await sees(stranger())]).toEqual([
      1, 1, 0, 0,
    ]);
    await expect(otherRep().deals.get({ id: deal.id })).rejects.toEqual(refusal(404));
    await expect(stranger().deals.get({ id: deal.id })).rejects.toEqual(refusal(404));

    await rep().deals.update({ id: deal.id, collaboratorIds: [world.acme.otherRep.userId] });
    expect(await sees(otherRep())).toBe(1);
    expect(await otherRep().deals.update({ id: deal.id, notes: 'Helping' })).toMatchObject({
      notes: 'Helping',
      abilities: { update: true, archive: false, nameCollaborators: false },
    });
    await expect(otherRep().deals.archive({ id: deal.id })).rejects.toEqual(refusal(403));
    await expect(otherRep().deals.update({ id: deal.id, collaboratorIds: [] })).rejects.toEqual(refusal(403));
    await rep().deals.update({ id: deal.id, collaboratorIds: [] });
    expect(await sees(otherRep())).toBe(0);

    await expect(rep().deals.share({ id: deal.id, userId: world.acme.otherRep.userId })).rejects.toEqual(refusal(403));
    await manager().deals.share({ id: deal.id, userId: world.acme.otherRep.userId });
    expect((await manager().deals.share({ id: deal.id, userId: world.acme.otherRep.userId })).sharedWith).toHaveLength(
      1,
    );
    expect(await sees(otherRep())).toBe(1);
    expect((await otherRep().deals.timeline({ id: deal.id })).total).toBeGreaterThan(1);
    await manager().deals.unshare({ id: deal.id, userId: world.acme.otherRep.userId });
    await expect(manager().deals.unshare({ id: deal.id, userId: world.acme.otherRep.userId })).rejects.toEqual(
      refusal(404),
    );
    expect(await sees(otherRep())).toBe(0);
    await expect(manager().deals.share({ id: deal.id, userId: world.globex.rep.userId })).rejects.toEqual(
      issues('userId'),
    );
  });

  it('is decided by the database: nobody opens a deal to themselves', async () => {
    const deal = await rep().deals.create({ name: 'Guarded' });
    const join = (kind: string) =>
      world
        .as(world.acme.otherRep)
        .run((ctx) =>
          ctx.db
            .insertInto('crm.deal_members')
            .values({ deal_id: deal.id, user_id: world.acme.otherRep.userId, kind })
            .execute(),
        );
    await expect(join('collaborator')).rejects.toMatchObject({ code: '42501' });
    await expect(join('shared')).rejects.toMatchObject({ code: '42501' });
    const steal = world
      .as(world.acme.rep)
      .run((ctx) =>
        ctx.db
          .updateTable('crm.deals')
          .set({ owner_id: world.acme.otherRep.userId })
          .where('id', '=', deal.id)
          .execute(),
      );
    await expect(steal).rejects.toMatchObject({ code: '42501' });
    const forge = world
      .as(world.acme.rep)
      .run((ctx) => ctx.db.updateTable('crm.deals').set({ status: 'won' }).where('id', '=', deal.id).execute());
    await expect(forge).rejects.toMatchObject({ code: '42501' });
  });

  it('of another tenant cannot be touched by any door', async () => {
    const { id } = await rep().deals.create({ name: 'Ours' });
    const userId = world.globex.rep.userId;
    for (const attempt of [
      () => stranger().deals.update({ id, name: 'Theirs' }),
      () => stranger().deals.archive({ id }),
      () => stranger().deals.restore({ id }),
      () => stranger().deals.setStage({ id, stageId: stages.Won }),
      () => stranger().deals.setOwner({ id, ownerId: userId }),
      () => stranger().deals.share({ id, userId }),
      () => stranger().deals.unshare({ id, userId }),
      () => stranger().deals.escalate({ id }),
      () => stranger().deals.timeline({ id }),
      () => stranger().lineItems.list({ id }),
      () => stranger().lineItems.add({ id, description: 'x', unitPrice: '1' }),
      () => otherRep().deals.update({ id, name: 'Mine' }),
      () => otherRep().deals.setStage({ id, stageId: stages.Won }),
      () => otherRep().lineItems.add({ id, description: 'x', unitPrice: '1' }),
    ])
      await expect(attempt()).rejects.toEqual(refusal(404));
    expect(await stranger().deals.reassign({ ids: [id], ownerId: userId })).toEqual({ changed: 0 });
    expect((await stranger().deals.list({ stageId: stages.Prospect })).total).toBe(0);
  });
});

describe('changing', () => {
  it('writes what is given and tells the difference', async () => {
    const deal = await rep().deals.create({ name: 'Change me', amount: '10', notes: 'Old' });
    const changed = await rep().deals.update({
      id: deal.id,
      expectedVersion: 1,
      amount: '12.00',
      notes: '',
      nextStep: 'Call',
      nextStepOn: '2027-02-01',
      probability: 33,
    });
    expect(changed).toMatchObject({
      amount: '12.00',
      notes: null,
      nextStep: 'Call',
      nextStepOn: '2027-02-01',
      probability: 33,
      version: 2,
    });
    const { items } = await rep().deals.timeline({ id: deal.id });
    expect(items.find((entry: { type: string }) => entry.type === 'deal.amount_changed').data).toMatchObject({
      from: '10.00',
      to: '12.00',
    });
    expect(items.find((entry: { type: string }) => entry.type === 'deal.updated').data.changes).toMatchObject({
      notes: ['Old', null],
      probability: [10, 33],
    });
    expect(await rep().deals.update({ id: deal.id, amount: '12' })).toMatchObject({ version: 2 });
  });

  it('refuses a stale version with the deal as it is', async () => {
    const deal = await rep().deals.create({ name: 'Contested' });
    await rep().deals.update({ id: deal.id, expectedVersion: 1, name: 'Taken' });
    await expect(rep().deals.update({ id: deal.id, expectedVersion: 1, name: 'Late' })).rejects.toMatchObject({
      cause: { status: 412, current: { name: 'Taken', version: 2 } },
    });
    await expect(rep().deals.archive({ id: deal.id, expectedVersion: 1 })).rejects.toEqual(refusal(412));
  });

  it('ends with archiving, until restored', async () => {
    const deal = await rep().deals.create({ name: 'Put away' });
    await rep().deals.archive({ id: deal.id });
    expect((await rep().deals.list({ q: 'put away' })).total).toBe(0);
    expect(names(await rep().deals.list({ deleted: true }))).toContain('Put away');
    await expect(rep().deals.update({ id: deal.id, name: 'x' })).rejects.toEqual(refusal(409, 'archived'));
    await expect(rep().deals.archive({ id: deal.id })).rejects.toEqual(refusal(404));
    expect(await rep().deals.restore({ id: deal.id })).toMatchObject({ deletedAt: null });
    expect((await rep().deals.list({ q: 'put away' })).total).toBe(1);
  });

  it('of the owner is for managers, one or many', async () => {
    const [a, b] = [await rep().deals.create({ name: 'Give a' }), await rep().deals.create({ name: 'Give b' })];
    const ownerId = world.acme.otherRep.userId;
    await expect(rep().deals.update({ id: a.id, ownerId })).rejects.toEqual(refusal(403, 'owner_change'));
    await expect(rep().deals.setOwner({ id: a.id, ownerId })).rejects.toEqual(refusal(403));
    await expect(rep().deals.reassign({ ids: [a.id], ownerId })).rejects.toEqual(refusal(403));
    await rep().deals.escalate({ id: a.id, reason: 'Stuck' });
    expect(await manager().deals.setOwner({ id: a.id, ownerId })).toMatchObject({
      ownerName: 'Otto Rep',
      escalatedAt: null,
    });
    expect(await manager().deals.reassign({ ids: [a.id, b.id], ownerId })).toEqual({ changed: 1 });
    expect(await manager().deals.reassign({ filter: { q: 'give', ownerId }, ownerId: world.acme.rep.userId })).toEqual({
      changed: 2,
    });
    await expect(manager().deals.reassign({ ownerId })).rejects.toEqual(refusal(422));
    expect((await rep().deals.timeline({ id: b.id })).items.map((entry: { type: string }) => entry.type)).toContain(
      'deal.owner_changed',
    );
  });

  it('is escalated to managers by whoever sees it', async () => {
    const deal = await rep().deals.create({ name: 'Help' });
    expect(await rep().deals.escalate({ id: deal.id, reason: 'Discount' })).toMatchObject({
      escalatedBy: world.acme.rep.userId,
    });
    expect(names(await manager().deals.list({ escalated: true }))).toContain('Help');
    expect(await manager().deals.share({ id: deal.id, userId: world.acme.otherRep.userId })).toMatchObject({
      escalatedAt: null,
    });
  });
});
