import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { stateOf } from './bulk.fixture.ts';
import { modules } from './modules.ts';

// A bulk edit and its undo end where they began: every business column of every row, compared in the database.
let world: World;
let stages: Record<string, string>;
let ids: Record<string, string[]>;
const manager = (): Answer => world.as(world.acme.manager).api;
const state = (): Promise<Record<string, string[]>> => stateOf(world, world.acme.tenant.id);

beforeAll(async () => {
  world = await testWorld({ modules });
  const { items } = await manager().pipelines.list({});
  stages = Object.fromEntries(items[0].stages.map((stage: Answer) => [stage.name, stage.id]));
  ids = await fillBook();
}, 60_000);
afterAll(() => world.close());

async function fillBook(): Promise<Record<string, string[]>> {
  const admin = world.as(world.acme.admin).api;
  for (const entity of ['organization', 'contact', 'deal', 'product'])
    await admin.customFields.create({
      entity,
      key: 'tier',
      label: 'Tier',
      type: 'select',
      options: ['Gold', 'Silver'],
    });
  const made: Record<string, string[]> = { organizations: [], contacts: [], deals: [], products: [] };
  const add = async (noun: string, input: object): Promise<string> => {
    const { id } = await manager()[noun].create(input);
    made[noun]?.push(id);
    return id;
  };
  for (const index of [0, 1, 2, 3]) await addSet(add, index);
  return made;
}

async function addSet(add: (noun: string, input: object) => Promise<string>, index: number): Promise<void> {
  const ownerId = (index % 2 ? world.acme.rep : world.acme.otherRep).userId;
  const customFields = index % 2 ? { tier: 'Silver' } : {};
  const organizationId = await add('organizations', {
    name: `House ${index}`,
    ownerId,
    industry: `Trade ${index}`,
    customFields,
  });
  const contactId = await add('contacts', {
    lastName: `Person ${index}`,
    email: `p${index}@bulk.test`,
    ownerId,
    organizationId,
    customFields,
  });
  const productId = await add('products', {
    sku: `SKU-${index}`,
    name: `Thing ${index}`,
    category: `Kind ${index}`,
    customFields,
    price: { amount: '10', currency: 'USD' },
  });
  const stageId = stages[['Prospect', 'Won', 'Lost', 'Proposal'][index] ?? 'Prospect'];
  const deal = { name: `Sale ${index}`, ownerId, organizationId, customFields, stageId, contactIds: [contactId] };
  const dealId = await add('deals', {
    ...deal,
    ...(index === 2 ? { lostReason: 'Price' } : { amount: '100' }),
    ...(index === 0 ? { probability: 35 } : {}),
  });
  if (index === 3) await manager().lineItems.add({ id: dealId, productId, description: 'Line', unitPrice: '10' });
  await manager().contacts.escalate({ id: contactId, reason: 'Look' });
  await manager().deals.escalate({ id: dealId, reason: 'Look' });
  await manager().activities.create({ contactId, type: 'note', subject: `Note ${index}` });
}

/** Changes, looks that something changed, undoes, and compares. */
async function changeAndUndo(
  noun: string,
  changes: object,
): Promise<{ edit: Answer; undone: Answer; events: string[] }> {
  const before = await state();
  const edit = await manager()[noun].bulk({ ids: ids[noun], changes });
  expect(edit).toMatchObject({ status: 'done', abilities: { undo: true } });
  expect(await state()).not.toEqual(before);
  const undone = await manager().bulkEdits.undo({ id: edit.id });
  expect(undone).toMatchObject({ status: 'done', undoOf: edit.id, changed: edit.changed, failed: 0 });
  expect(await state()).toEqual(before);
  expect(await manager().bulkEdits.get({ id: edit.id })).toMatchObject({
    undoneBy: undone.id,
    abilities: { undo: false },
  });
  const { rows } = await world.superuser.query<{ type: string }>(
    'select distinct type from core.events where tenant_id = $1 and occurred_at >= $2 order by 1',
    [world.acme.tenant.id, edit.createdAt],
  );
  return { edit, undone, events: rows.map(({ type }) => type) };
}

const owner = () => ({ ownerId: world.acme.manager.userId });

describe('organizations', () => {
  it.each([
    ['fields', () => ({ industry: 'Mining', size: '11-50', location: null, website: 'https://x.test' })],
    ['custom fields', () => ({ customFields: { tier: 'Gold' } })],
    ['the owner', owner],
    ['archived', () => ({ archived: true })],
  ])('%s', async (_name, changes) => {
    expect((await changeAndUndo('organizations', changes())).edit.changed).toBe(4);
  });

  it('a parent, refused to the parent itself', async () => {
    const { edit } = await changeAndUndo('organizations', { parentId: ids['organizations']?.[0] });
    expect(edit).toMatchObject({ changed: 3, failed: 1 });
  });
});

describe('contacts', () => {
  it.each([
    ['fields', () => ({ title: 'Buyer', organizationId: null })],
    ['custom fields', () => ({ customFields: { tier: 'Gold' } })],
    ['custom fields cleared', () => ({ customFields: { tier: null } })],
    ['the owner', owner],
    ['archived', () => ({ archived: true })],
  ])('%s', async (_name, changes) => {
    expect((await changeAndUndo('contacts', changes())).edit.changed).toBeGreaterThan(1);
  });
});

describe('products', () => {
  it.each([
    ['fields', () => ({ category: 'Other', active: false, description: 'New' })],
    ['custom fields', () => ({ customFields: { tier: 'Gold' } })],
    ['archived', () => ({ archived: true })],
  ])('%s', async (_name, changes) => {
    expect((await changeAndUndo('products', changes())).edit.changed).toBe(4);
  });
});

describe('deals', () => {
  it.each([
    ['fields', () => ({ closeDate: '2027-01-31', nextStep: 'Call', nextStepOn: '2027-01-01', notes: 'All' })],
    ['custom fields', () => ({ customFields: { tier: 'Gold' } })],
    ['the owner, whose escalations come back', owner],
    ['archived', () => ({ archived: true })],
    ['the amount, except of one with line items', () => ({ amount: '7.50', currency: 'EUR' })],
  ])('%s', async (_name, changes) => {
    expect((await changeAndUndo('deals', changes())).edit.changed).toBeGreaterThan(1);
  });

  it('moved to an open stage: closed ones are closed again as they were', async () => {
    const { edit, events } = await changeAndUndo('deals', { stageId: stages['Negotiation'], reason: 'Again' });
    expect(edit).toMatchObject({ changed: 4, failed: 0 });
    expect(events).toEqual(expect.arrayContaining(['deal.stage_changed', 'deal.reopened', 'deal.won', 'deal.lost']));
  });

  it('won: open and lost ones are so again, with date, probability and reason', async () => {
    expect((await changeAndUndo('deals', { stageId: stages['Won'] })).edit).toMatchObject({ changed: 3, unchanged: 1 });
  });

  it('lost, with a reason for those that have none', async () => {
    const { edit } = await changeAndUndo('deals', { stageId: stages['Lost'], fields: { lostReason: 'Timing' } });
    expect(edit).toMatchObject({ changed: 3, unchanged: 1 });
  });

  it('the history keeps both moves, each at its own time', async () => {
    const [id] = ids['deals'] ?? [];
    const { rows } = await world.superuser.query<{ to_stage_name: string; reason: string | null }>(
      'select to_stage_name, reason from crm.stage_changes where deal_id = $1 order by changed_at, id',
      [id],
    );
    expect(rows.map(({ to_stage_name, reason }) => [to_stage_name, reason])).toEqual([
      ['Prospect', null],
      ['Negotiation', 'Again'],
      ['Prospect', 'Undone'],
      ['Won', null],
      ['Prospect', 'Undone'],
      ['Lost', null],
      ['Prospect', 'Undone'],
    ]);
  });
});

describe('an undo', () => {
  it('is undone itself, and that is undone again', async () => {
    const before = await state();
    const edit = await manager().deals.bulk({ ids: ids['deals'], changes: { stageId: stages['Won'] } });
    const changed = await state();
    const undone = await manager().bulkEdits.undo({ id: edit.id });
    const redone = await manager().bulkEdits.undo({ id: undone.id });
    expect(await state()).toEqual(changed);
    await manager().bulkEdits.undo({ id: redone.id });
    expect(await state()).toEqual(before);
  });

  it('leaves what someone has changed since, and says so', async () => {
    const [first = '', ...others] = ids['contacts'] ?? [];
    const edit = await manager().contacts.bulk({ ids: ids['contacts'], changes: { title: 'Chief' } });
    await world.as(world.acme.otherRep).api.contacts.update({ id: first, phone: '555' });
    const undone = await manager().bulkEdits.undo({ id: edit.id });
    expect(undone).toMatchObject({ changed: others.length, failed: 1 });
    expect((await manager().bulkEdits.failures({ id: undone.id })).items).toEqual([
      { id: first, name: 'Person 0', code: 'edited_since', message: expect.stringContaining('since') },
    ]);
    expect(await manager().contacts.get({ id: first })).toMatchObject({ title: 'Chief', phone: '555' });
    await expect(manager().bulkEdits.undo({ id: edit.id })).rejects.toMatchObject({
      cause: { reason: 'not_undoable' },
    });
  });

  it('does not give records back to someone who has left, nor an address that was taken', async () => {
    const api = manager();
    const leaver = await world.as(world.acme.admin).api.invitations;
    expect(leaver).toBeDefined();
    const one = await api.contacts.create({ lastName: 'Gone', email: 'gone@bulk.test' });
    const edit = await api.contacts.bulk({ ids: [one.id], changes: { archived: true } });
    await api.contacts.create({ lastName: 'New', email: 'gone@bulk.test' });
    const undone = await api.bulkEdits.undo({ id: edit.id });
    expect(undone).toMatchObject({ changed: 0, failed: 1 });
    expect((await api.bulkEdits.failures({ id: undone.id })).items[0]).toMatchObject({ code: 'duplicate_email' });
  });

  it('does not move deals back into a stage that was retired since', async () => {
    const api = manager();
    const { id: pipelineId } = (await api.pipelines.list({})).items[0];
    const stage = await world
      .as(world.acme.admin)
      .api.stages.create({ id: pipelineId, name: 'Brief', kind: 'open', probability: 30 });
    const deal = await api.deals.create({ name: 'Brief one', stageId: stage.id });
    const edit = await api.deals.bulk({ ids: [deal.id], changes: { stageId: stages['Qualified'] } });
    await world.as(world.acme.admin).api.stages.retire({ id: pipelineId, stageId: stage.id });
    const undone = await api.bulkEdits.undo({ id: edit.id });
    expect((await api.bulkEdits.failures({ id: undone.id })).items[0]).toMatchObject({ code: 'stage_retired' });
  });
});

describe('what an edit overwrote', () => {
  const keptOf = async (id: string): Promise<number> =>
    (await world.superuser.query('select 1 from core.bulk_changes where edit_id = $1', [id])).rows.length;
  const age = (id: string, days: number): Promise<unknown> =>
    world.superuser.query(`update core.bulk_edits set finished_at = now() - make_interval(days => $2) where id = $1`, [
      id,
      days,
    ]);

  it('is kept for thirty days; then the edit is not undone any more, and a day later it is deleted', async () => {
    const api = manager();
    const one = await api.contacts.create({ lastName: 'Old', title: 'First' });
    const first = await api.contacts.bulk({ ids: [one.id], changes: { title: 'Second' } });
    const second = await api.contacts.bulk({ ids: [one.id], changes: { title: 'Third' } });
    await age(first.id, 32);
    await age(second.id, 29);
    expect((await api.bulkEdits.get({ id: first.id })).abilities).toEqual({ undo: false });
    await expect(api.bulkEdits.undo({ id: first.id })).rejects.toMatchObject({
      cause: { reason: 'not_undoable', message: expect.stringContaining('30 days') },
    });
    await world.superuser.query('select core.tidy_bulk_changes()');
    expect([await keptOf(first.id), await keptOf(second.id)]).toEqual([0, 1]);
    expect(await api.bulkEdits.get({ id: first.id })).toMatchObject({ changed: 1, status: 'done' });
    await api.bulkEdits.undo({ id: second.id });
    expect(await api.contacts.get({ id: one.id })).toMatchObject({ title: 'Second' });
    await age(second.id, 31);
    expect((await api.bulkEdits.get({ id: second.id })).abilities).toEqual({ undo: false });
  });

  it('is kept a day more for an undo that is under way, and while an edit is not over', async () => {
    const api = manager();
    const one = await api.contacts.create({ lastName: 'Edge', title: 'First' });
    const edit = await api.contacts.bulk({ ids: [one.id], changes: { title: 'Second' } });
    await age(edit.id, 30);
    await world.superuser.query('select core.tidy_bulk_changes()');
    expect(await keptOf(edit.id)).toBe(1);
    await world.superuser.query('update core.bulk_edits set finished_at = null where id = $1', [edit.id]);
    await world.superuser.query('select core.tidy_bulk_changes()');
    expect(await keptOf(edit.id)).toBe(1);
  });
});
