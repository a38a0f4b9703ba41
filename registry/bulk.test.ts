import { randomUUID } from 'node:crypto';
import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

// Who may change what at once, and what is refused of it: by the rules of single edits.
let world: World;
let stages: Record<string, string>;
beforeAll(async () => {
  world = await testWorld({ modules });
  const { items } = await api(world.acme.manager).pipelines.list({});
  stages = Object.fromEntries(items[0].stages.map((stage: Answer) => [stage.name, stage.id]));
});
afterAll(() => world.close());

const api = (person: Person): Answer => world.as(person).api;
const manager = (): Answer => api(world.acme.manager);
const refused = (reason: string) => ({ cause: { reason } });

async function deal(person: Person, fields: object = {}): Promise<string> {
  return (await api(person).deals.create({ name: 'Sale', ...fields })).id;
}

describe('whose records', () => {
  it('a rep reaches neither a colleague’s by ids nor by a filter; the ids are noted as not there', async () => {
    const [mine, theirs] = [await deal(world.acme.rep), await deal(world.acme.otherRep)];
    const changes = { notes: 'Mine now' };
    const byIds = await api(world.acme.rep).deals.bulk({ ids: [mine, theirs], changes });
    expect(byIds).toMatchObject({ total: 2, changed: 1, failed: 1 });
    const { items } = await api(world.acme.rep).bulkEdits.failures({ id: byIds.id });
    expect(items).toEqual([{ id: theirs, name: null, code: 'not_found', message: expect.any(String) }]);
    const byFilter = await api(world.acme.rep).deals.bulk({ filter: {}, changes: { notes: 'All' } });
    expect(byFilter).toMatchObject({ changed: 1, failed: 0 });
    expect((await manager().deals.get({ id: theirs })).notes).toBeNull();
  });

  it('another tenant’s ids are not there, and its bulk edits neither', async () => {
    const foreign = await deal(world.globex.rep);
    const edit = await manager().deals.bulk({ ids: [foreign], changes: { notes: 'x' } });
    expect(edit).toMatchObject({ changed: 0, failed: 1 });
    const theirs = await api(world.globex.manager).deals.bulk({ filter: {}, changes: { notes: 'Ours' } });
    await expect(manager().bulkEdits.get({ id: theirs.id })).rejects.toMatchObject(refused('not_found'));
    await expect(manager().bulkEdits.undo({ id: theirs.id })).rejects.toMatchObject(refused('not_found'));
    const seen = await world
      .as(world.acme.manager)
      .run((ctx) =>
        ctx.db.selectFrom('core.bulk_changes').select('record_id').where('edit_id', '=', theirs.id).execute(),
      );
    expect(seen).toEqual([]);
  });

  it('a rep’s bulk edit is seen by managers and by no other rep', async () => {
    const edit = await api(world.acme.rep).deals.bulk({ ids: [await deal(world.acme.rep)], changes: { notes: 'y' } });
    await expect(api(world.acme.otherRep).bulkEdits.get({ id: edit.id })).rejects.toMatchObject(refused('not_found'));
    await expect(api(world.acme.otherRep).bulkEdits.failures({ id: edit.id })).rejects.toMatchObject(
      refused('not_found'),
    );
    expect((await api(world.acme.otherRep).bulkEdits.list({})).items).toEqual([]);
    expect(await manager().bulkEdits.undo({ id: edit.id })).toMatchObject({ changed: 1 });
  });

  it('a rep gives nothing away, archives only what they own, and keeps out of the catalogue', async () => {
    const shared = await deal(world.acme.otherRep);
    await manager().deals.share({ id: shared, userId: world.acme.rep.userId });
    const mine = await deal(world.acme.rep);
    const rep = api(world.acme.rep);
    const ownerId = world.acme.otherRep.userId;
    for (const noun of ['deals', 'contacts', 'organizations'])
      await expect(rep[noun].bulk({ filter: {}, changes: { ownerId } })).rejects.toMatchObject(refused('owner_change'));
    const preview = await rep.deals.bulkPreview({ ids: [shared, mine], changes: { archived: true } });
    expect(preview).toMatchObject({ total: 2, changing: 1, refused: 1, failures: [{ id: shared, name: 'Sale' }] });
    expect(await rep.deals.bulk({ ids: [shared, mine], changes: { archived: true } })).toMatchObject({
      changed: 1,
      failed: 1,
    });
    await expect(rep.products.bulk({ filter: {}, changes: { active: false } })).rejects.toMatchObject(
      refused('forbidden'),
    );
  });
});

describe('what is refused as a whole', () => {
  it.each([
    ['an unknown field', { name: 'x' }],
    ['nothing to change', {}],
    ['archiving with something else', { archived: true, notes: 'x' }],
    ['a probability beyond reason', { probability: 130 }],
    ['an unknown custom field', { customFields: { nope: 1 } }],
    ['a stage that is not there', { stageId: randomUUID() }],
    ['an owner who is not here', { ownerId: randomUUID() }],
    ['an organization that is not there', { organizationId: randomUUID() }],
    ['gate fields without a stage', { fields: { notes: 'x' } }],
  ])('%s', async (_name, changes) => {
    const id = await deal(world.acme.manager);
    for (const call of ['bulk', 'bulkPreview'])
      await expect(manager().deals[call]({ ids: [id], changes })).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });

  it('both ids and a filter, or neither, and an unknown filter', async () => {
    const changes = { notes: 'x' };
    for (const choice of [{}, { ids: [randomUUID()], filter: {} }, { filter: { colour: 'red' } }, { ids: [] }])
      await expect(manager().deals.bulk({ ...choice, changes })).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });
});

describe('a record that refuses', () => {
  it('stops no other: archived ones, ones with lines, closed ones', async () => {
    const [plain, archived, withLines] = [
      await deal(world.acme.rep),
      await deal(world.acme.rep),
      await deal(world.acme.rep),
    ];
    await manager().deals.archive({ id: archived });
    await manager().lineItems.add({ id: withLines, description: 'Line', unitPrice: '10' });
    const ids = [plain, archived, withLines];
    const preview = await manager().deals.bulkPreview({ ids, changes: { amount: '5' } });
    const edit = await manager().deals.bulk({ ids, changes: { amount: '5' } });
    expect(preview).toMatchObject({ changing: 1, refused: 2 });
    expect(edit).toMatchObject({ changed: 1, failed: 2 });
    const { items } = await manager().bulkEdits.failures({ id: edit.id });
    expect(items.map(({ code }: Answer) => code).toSorted()).toEqual(['amount_from_items', 'archived']);
    const csv = await world
      .as(world.acme.manager)
      .rest('GET', `/bulk-edits/${edit.id}/failures`, { headers: { accept: 'text/csv' } });
    expect(csv.text.split('\r\n')[0]).toBe('id,name,code,message');
    expect(csv.text).toContain('amount_from_items');
  });

  it('by a constraint is found by halves, with its reason', async () => {
    const addresses = ['a', 'b', 'c'].map((name) => `${name}@half.test`);
    const made: string[] = [];
    for (const email of addresses) made.push((await manager().contacts.create({ email })).id);
    await manager().contacts.bulk({ ids: made, changes: { archived: true } });
    await manager().contacts.create({ email: addresses[1] });
    const edit = await manager().contacts.bulk({ ids: made, changes: { archived: false } });
    expect(edit).toMatchObject({ changed: 2, failed: 1 });
    expect((await manager().bulkEdits.failures({ id: edit.id })).items).toMatchObject([
      { id: made[1], name: 'b@half.test', code: 'duplicate_email' },
    ]);
  });

  it('by a stage’s gate is named with what is missing; fields fill it, each deal’s own first', async () => {
    const [bare, known, other] = [await deal(world.acme.rep), await deal(world.acme.rep), await deal(world.acme.rep)];
    const ids = [bare, known, other];
    const stageId = stages['Lost'];
    const preview = await manager().deals.bulkPreview({ ids, changes: { stageId } });
    expect(preview).toMatchObject({ refused: 3, reasons: [{ code: 'stage_requirements', count: 3 }] });
    expect(preview.failures[0]).toMatchObject({ name: 'Sale', fields: ['lostReason'] });
    const changes = { stageId, fields: { lostReason: 'Price' }, each: { [other]: { lostReason: 'Rival' } } };
    expect(await manager().deals.bulk({ ids, changes })).toMatchObject({ changed: 3, failed: 0 });
    const reasons = await Promise.all(ids.map(async (id) => (await manager().deals.get({ id })).lostReason));
    expect(reasons).toEqual(['Price', 'Price', 'Rival']);
  });
});

describe('a bulk edit', () => {
  it('counts what is so already, tells each change as a single edit does, and is in the audit log', async () => {
    const [one, two] = [await deal(world.acme.rep, { nextStep: 'Call' }), await deal(world.acme.rep)];
    const edit = await manager().deals.bulk({ ids: [one, two], changes: { nextStep: 'Call' } });
    expect(edit).toMatchObject({ total: 2, changed: 1, unchanged: 1, failed: 0, status: 'done' });
    const told = async (id: string) => (await manager().deals.timeline({ id })).items.map(({ type }: Answer) => type);
    await manager().deals.update({ id: one, nextStep: 'Write' });
    expect((await told(two))[0]).toBe('deal.updated');
    expect((await told(one))[0]).toBe((await told(two))[0]);
    const { rows } = await world.superuser.query<{ action: string }>(
      `select action from audit.events where entity_id = any ($1::uuid[]) and action in ('deal.updated', 'bulk_edit.created')`,
      [[two, edit.id]],
    );
    expect(rows.map(({ action }) => action).toSorted()).toEqual(['bulk_edit.created', 'deal.updated']);
  });

  it('is answered 202 with where it is, over REST', async () => {
    const id = await deal(world.acme.rep);
    const answer = await world
      .as(world.acme.rep)
      .rest('POST', '/deals/bulk', { body: { ids: [id], changes: { notes: 'z' } } });
    expect(answer).toMatchObject({ status: 202, body: { changed: 1, entity: 'deal' } });
    expect(answer.headers.get('location')).toBe(`/api/v1/bulk-edits/${(answer.body as Answer).id}`);
  });

  it('a reassignment is one too, and is taken back', async () => {
    const id = await deal(world.acme.rep);
    expect(await manager().deals.reassign({ ids: [id], ownerId: world.acme.otherRep.userId })).toEqual({ changed: 1 });
    const [edit] = (await manager().bulkEdits.list({ limit: 1 })).items;
    expect(edit).toMatchObject({ entity: 'deal', changes: { ownerId: world.acme.otherRep.userId } });
    await manager().bulkEdits.undo({ id: edit.id });
    expect((await manager().deals.get({ id })).ownerId).toBe(world.acme.rep.userId);
  });

  it('that has changed nothing is not undone', async () => {
    const edit = await manager().deals.bulk({ ids: [randomUUID()], changes: { notes: 'n' } });
    await expect(manager().bulkEdits.undo({ id: edit.id })).rejects.toMatchObject(refused('not_undoable'));
  });
});
