import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { bringIn, csv, undo } from './import.fixture.ts';
import { modules } from './modules.ts';
import { type TableState, tableState } from './table-state.fixture.ts';

// Import with updates, then undo: the database is as it was. Two exceptions, both on purpose: what the import created is
// archived and not erased, with what hangs on it, and the history of stages is only ever added to.
let world: World;
let seen: Answer;
beforeAll(async () => {
  world = await testWorld({ modules });
  seen = await fill();
});
afterAll(() => world.close());

const admin = () => world.acme.admin;
const api = (): Answer => world.as(admin()).api;
const into = (entity: string, file: string, options: object = {}): Promise<Answer> =>
  bringIn(world, admin(), { entity, file, options: { duplicates: 'update', ...options } });

async function fill(): Promise<Answer> {
  for (const entity of ['organization', 'contact', 'deal', 'product'])
    await api().customFields.create({ entity, key: 'tier', label: 'Tier', type: 'text' });
  const customFields = { tier: 'gold' };
  const parent = await api().organizations.create({ name: 'Holding', externalId: 'O-0' });
  const organization = await api().organizations.create({
    ...{ name: 'Known', externalId: 'O-1', industry: 'Food', website: 'https://known.test', customFields },
    ...{ parentId: parent.id, ownerId: world.acme.rep.userId },
  });
  const contact = await api().contacts.create({
    ...{ firstName: 'Jo', lastName: 'Known', email: 'jo@known.test', externalId: 'C-1', phone: '1', customFields },
    ...{ organizationId: organization.id, ownerId: world.acme.rep.userId },
  });
  const product = await api().products.create({
    ...{ sku: 'W-1', name: 'Widget', externalId: 'P-1', category: 'Tools', customFields },
    price: { amount: '100.00', currency: 'USD', cost: '40.00', maxDiscountPercent: 10 },
  });
  const deal = await api().deals.create({
    ...{
      name: 'Known deal',
      externalId: 'D-1',
      organizationId: organization.id,
      contactIds: [contact.id],
      customFields,
    },
    ...{ closeDate: '2031-04-05', ownerId: world.acme.rep.userId, nextStep: 'Call' },
  });
  await api().lineItems.add({ id: deal.id, productId: product.id, quantity: 2, discountPercent: 5 });
  const [pipeline] = (await api().pipelines.list({})).items;
  const stage = (kind: string, nth = 0): string => pipeline.stages.filter((one: Answer) => one.kind === kind)[nth].id;
  await api().deals.setStage({ id: deal.id, stageId: stage('open', 1) });
  const won = await api().deals.create({ name: 'Won deal', externalId: 'D-2', amount: '99.95' });
  await api().deals.setStage({ id: won.id, stageId: stage('won') });
  await api().activities.create({ type: 'note', subject: 'Before', dealId: deal.id, contactId: contact.id });
  return { organization, contact, product, deal, won, stages: pipeline.stages };
}

/** Without what was created since and is archived now, and what hangs on it. */
function withoutRemoved(state: TableState, before: TableState): TableState {
  const known = new Set(Object.values(before).flatMap((rows) => rows.map(({ id }) => id)));
  const removed = new Set(
    Object.values(state)
      .flat()
      .filter(({ id, deleted_at }) => deleted_at && !known.has(id))
      .map(({ id }) => id),
  );
  const isOfRemoved = (row: Record<string, unknown>): boolean =>
    [row['id'], row['deal_id'], row['product_id']].some((id) => removed.has(id));
  return Object.fromEntries(
    Object.entries(state)
      .filter(([table]) => table !== 'crm.stage_changes')
      .map(([table, rows]) => [table, rows.filter((row) => !isOfRemoved(row))]),
  );
}

/** Undoes it; resolves to the tables before the import and after the undo. */
async function undone(done: Answer, before: TableState, report: object): Promise<{ was: TableState; is: TableState }> {
  expect(done).toMatchObject({ status: 'done', failed: 0 });
  const changed = await tableState(world, world.acme.tenant.id);
  expect(withoutRemoved(changed, before)).not.toEqual(withoutRemoved(before, before));
  expect(await undo(world, admin(), done.id)).toMatchObject({ status: 'undone', undo: { kept: [], ...report } });
  const after = await tableState(world, world.acme.tenant.id);
  return { was: withoutRemoved(before, before), is: withoutRemoved(after, before) };
}

describe('undo of an import with updates leaves the database as it was', () => {
  it('organizations: fields, parent, owner, custom fields', async () => {
    const before = await tableState(world, world.acme.tenant.id);
    const file = csv(
      'name,externalId,industry,website,parent,owner.email,tier',
      `Renamed,O-1,Steel,https://new.test,New parent,${world.acme.otherRep.email},silver`,
      'New parent,O-9,,,,,bronze',
    );
    const done = await into('organizations', file, {
      mapping: {
        ...same('name', 'externalId', 'industry', 'website', 'owner.email'),
        parent: 'parent.name',
        tier: TIER,
      },
    });
    const { was, is } = await undone(done, before, { removed: 1, restored: 1 });
    expect(is).toEqual(was);
  });

  it('contacts: fields, organization, owner, custom fields', async () => {
    const before = await tableState(world, world.acme.tenant.id);
    const file = csv(
      'firstName,lastName,email,externalId,phone,title,organization.name,owner.email,tier',
      `Joan,Renamed,joan@known.test,C-1,2,Head,Holding,${world.acme.otherRep.email},silver`,
      'New,Person,new@person.test,C-9,3,,Brand new,,x',
    );
    const names = same('firstName', 'lastName', 'email', 'externalId', 'phone', 'title', 'organization.name');
    const done = await into('contacts', file, {
      ...{ mapping: { ...names, ...same('owner.email'), tier: TIER }, createMissing: ['organization'] },
    });
    const { was, is } = await undone(done, before, { removed: 2, restored: 1 });
    expect(is).toEqual(was);
  });

  it('products: fields and prices', async () => {
    const before = await tableState(world, world.acme.tenant.id);
    const file = csv(
      'sku,name,externalId,category,price.amount,price.currency,price.cost,tier',
      'W-1,Widget plus,P-1,Toys,120.00,USD,50.00,silver',
      'W-9,New one,P-9,Toys,5.00,USD,,',
    );
    const names = same('sku', 'name', 'externalId', 'category', 'price.amount', 'price.currency', 'price.cost');
    const done = await into('products', file, { mapping: { ...names, tier: TIER } });
    const { was, is } = await undone(done, before, { removed: 1, restored: 1 });
    expect(is).toEqual(was);
    const { items } = await api().products.prices({ id: seen.product.id });
    expect(items).toHaveLength(1);
  });

  it('deals: stage, amounts and lines, dates, links, custom fields', async () => {
    const before = await tableState(world, world.acme.tenant.id);
    const lost = seen.stages.find(({ kind }: Answer) => kind === 'lost').name;
    const open = seen.stages.find(({ kind }: Answer) => kind === 'open').name;
    const file = csv(
      'name,externalId,stage.name,amount,closedOn,lostReason,organization.name,owner.email,nextStep,tier,items.product.sku,contacts.email',
      `Renamed deal,D-1,${lost},150.00,2030-01-02,Price,Holding,${world.acme.otherRep.email},Mail,silver,,`,
      `Won deal,D-2,${open},10.00,2032-01-02,,Holding,,,,,`,
      'New deal,D-9,,70.00,,,Known,,,,W-1,jo@known.test',
    );
    const names = same('name', 'externalId', 'stage.name', 'amount', 'closedOn', 'lostReason', 'organization.name');
    const links = same('owner.email', 'nextStep', 'items.product.sku', 'contacts.email');
    const done = await into('deals', file, { mapping: { ...names, ...links, tier: TIER } });
    expect(done).toMatchObject({ created: 1, updated: 2 });
    const { was, is } = await undone(done, before, { removed: 1, restored: 2 });
    expect(is).toEqual(was);
  });
});

const TIER = 'customFields.tier';
const same = (...targets: string[]): Record<string, string> =>
  Object.fromEntries(targets.map((target) => [target, target]));

describe('what someone has worked on since', () => {
  const since = async (entity: string, file: string): Promise<Answer> => into(entity, file);
  const idOf = async (list: string, q: string): Promise<string> => (await api()[list].list({ q })).items[0].id;
  const keptOf = async (done: Answer): Promise<Answer> => (await undo(world, admin(), done.id)).undo;

  it('an activity on a created contact, and a link of it to a deal, keep it', async () => {
    const done = await since(
      'contacts',
      csv('lastName,email', 'Called,a@since.test', 'Linked,b@since.test', 'Idle,c@since.test'),
    );
    const [called, linked] = [await idOf('contacts', 'a@since.test'), await idOf('contacts', 'b@since.test')];
    await api().activities.create({ type: 'call', subject: 'Since', contactId: called });
    await api().deals.create({ name: 'With a link', contactIds: [linked] });
    expect(await keptOf(done)).toMatchObject({
      removed: 1,
      keptCount: 2,
      kept: expect.arrayContaining([
        { entity: 'contacts', id: called, row: 2, reason: 'in_use' },
        { entity: 'contacts', id: linked, row: 3, reason: 'in_use' },
      ]),
    });
    expect(await api().contacts.get({ id: called })).toMatchObject({ deletedAt: null });
  });

  it('an activity, a line or a person on a created deal keep it, and what it brought along', async () => {
    const lines = ['Noted,F-1,Firm one,1', 'Lined,F-2,Firm two,1', 'Peopled,F-3,Firm three,1', 'Idle,F-4,Firm four,1'];
    const done = await bringIn(world, admin(), {
      entity: 'deals',
      file: csv('name,externalId,organization,amount', ...lines),
      options: { createMissing: ['organization'] },
    });
    await api().activities.create({ type: 'note', subject: 'Since', dealId: await idOf('deals', 'Noted') });
    await api().lineItems.add({ id: await idOf('deals', 'Lined'), productId: seen.product.id, quantity: 1 });
    const peopled = await api().deals.get({ id: await idOf('deals', 'Peopled') });
    await api().deals.update({ id: peopled.id, contactIds: [seen.contact.id] });
    const report = await keptOf(done);
    expect(report).toMatchObject({ removed: 2, keptCount: 6 });
    expect(report.kept.filter(({ entity }: Answer) => entity === 'organizations')).toHaveLength(3);
    expect((await api().organizations.list({ q: 'Firm' })).total).toBe(3);
    expect((await api().organizations.list({ q: 'Firm four' })).total).toBe(0);
  });

  it('a contact at a created organization keeps it', async () => {
    const done = await since('organizations', csv('name', 'Staffed since', 'Empty since'));
    const id = await idOf('organizations', 'Staffed since');
    await api().contacts.create({ lastName: 'Staff', organizationId: id });
    expect(await keptOf(done)).toMatchObject({ removed: 1, kept: [{ id, reason: 'in_use' }] });
  });

  it('a price added since keeps both prices', async () => {
    const done = await into('products', csv('sku,name,price.amount,price.currency', 'W-1,Widget,130,USD'));
    await api().products.addPrice({ id: seen.product.id, amount: '140.00', currency: 'USD' });
    await undo(world, admin(), done.id);
    const { items } = await api().products.prices({ id: seen.product.id });
    expect(items.map(({ amount }: Answer) => amount)).toEqual(['140.00', '130.00', '100.00']);
  });
});
