import type { Person, World } from '@aura/testkit';
import type { Answer } from './answer.fixture.ts';
import { ask, work } from './export.fixture.ts';
import { tableState } from './table-state.fixture.ts';

type Row = Record<string, unknown>;

/** Something of everything: parents, merged and archived records, history, prices, lines, people who left. */
export async function fillWorkspace(world: World): Promise<void> {
  const { admin, rep, otherRep } = world.acme;
  const { api } = world.as(admin);
  for (const entity of ['organization', 'contact', 'deal', 'product'])
    await api.customFields.create({ entity, key: 'tier', label: 'Tier', type: 'select', options: ['gold', 'silver'] });
  const old = await api.customFields.create({ entity: 'contact', key: 'gone', label: 'Gone', type: 'number' });
  const customFields = { tier: 'gold' };
  const child = await api.organizations.create({ name: 'Child, "quoted"', externalId: 'O-1', customFields });
  const parent = await api.organizations.create({
    name: '=Parent',
    website: 'https://parent.test',
    ownerId: rep.userId,
  });
  await api.organizations.update({ id: child.id, parentId: parent.id });
  const contacts = [];
  for (const [lastName, email] of [
    ['Jo', 'jo@a.test'],
    ['Ann', 'ann@a.test'],
    ['Ann', 'ann.b@a.test'],
    ['Old', null],
  ])
    contacts.push(
      await api.contacts.create({
        ...{ lastName, ownerId: rep.userId, organizationId: child.id, ...(email ? { email } : {}) },
        customFields: { ...customFields, gone: 1.5 },
      }),
    );
  const [jo, ann, twin, archived] = contacts;
  await api.contacts.archive({ id: archived.id });
  await api.contactMerges.merge({ id: ann.id, otherId: twin.id });
  await api.contactDuplicates.tellApart({ id: ann.id, otherId: jo.id });
  await api.contacts.share({ id: jo.id, userId: otherRep.userId });
  await api.customFields.archive({ id: old.id });
  await fillDeals(world, { child, parent, jo, customFields });
}

async function fillDeals(world: World, { child, parent, jo, customFields }: Answer): Promise<void> {
  const { admin, rep } = world.acme;
  const { api } = world.as(admin);
  const product = await api.products.create({
    ...{ sku: 'W-1', name: 'Widget', description: 'Two\nlines', customFields },
    price: { amount: '100.50', currency: 'USD', cost: '40.25', maxDiscountPercent: 12.5 },
  });
  await api.products.addPrice({ id: product.id, amount: '120.00', currency: 'USD', cost: null });
  await api.products.addPrice({ id: product.id, amount: '9000', currency: 'JPY', cost: null });
  await api.pipelines.create({
    name: 'Second',
    stages: [{ name: 'In' }, { name: 'Yes', kind: 'won' }, { name: 'No', kind: 'lost' }],
  });
  const { items: pipelines } = await api.pipelines.list({});
  const stages = pipelines[0].stages;
  const kind = (wanted: string): string => stages.findLast((stage: Answer) => stage.kind === wanted).id;
  const deals = [];
  for (const [name, currency] of [
    ['Open deal', 'USD'],
    ['Lost deal', 'USD'],
    ['Yen deal', 'JPY'],
  ])
    deals.push(
      await api.deals.create({
        ...{ name, currency, organizationId: child.id, contactIds: [jo.id], ownerId: rep.userId, customFields },
        ...{ closeDate: '2031-02-03', notes: 'a,b\n"c"', externalId: `X-${name}` },
      }),
    );
  const [open, lost, yen] = deals;
  await api.lineItems.add({ id: open.id, productId: product.id, quantity: 2.5, discountPercent: 7.5, taxPercent: 21 });
  await api.lineItems.add({ id: yen.id, productId: product.id, quantity: 1 });
  await api.deals.setStage({ id: open.id, stageId: kind('open') });
  await api.deals.setStage({ id: lost.id, stageId: kind('lost'), fields: { lostReason: 'Price' } });
  await api.deals.archive({ id: yen.id });
  await fillRest(world, { open, jo, parent });
}

async function fillRest(world: World, { open, jo, parent }: Answer): Promise<void> {
  const { admin, rep, otherRep, manager } = world.acme;
  const { api } = world.as(admin);
  await world.superuser.query(
    `insert into crm.deal_members (tenant_id, deal_id, user_id, kind, created_by) values ($1, $2, $3, 'collaborator', $4)`,
    [...[world.acme.tenant.id, open.id, otherRep.userId, admin.userId]],
  );
  const note = { type: 'note', subject: 'Talked', body: '@Rita Rep look', dealId: open.id, contactId: jo.id };
  await world.as(rep).api.activities.create({ ...note, participantIds: [manager.userId] });
  await world.superuser.query(
    'insert into crm.activity_mentions (tenant_id, activity_id, user_id) select tenant_id, id, $2 from crm.activities where tenant_id = $1',
    [world.acme.tenant.id, rep.userId],
  );
  const { items: pipelines } = await api.pipelines.list({});
  const address = {
    owner: `${rep.userId},${admin.userId}`,
    pipelineId: pipelines[0].id,
    organizationId: parent.id,
    q: 'a@b',
  };
  await world.as(rep).api.savedViews.create({ entity: 'deal', name: 'Rita shared', visibility: 'shared', address });
  await api.savedViews.create({
    entity: 'contact',
    name: 'Everyone',
    visibility: 'shared',
    address: { sort: '-name' },
  });
  await api.savedViews.create({ entity: 'contact', name: 'Nobody else', address: { sort: 'name' } });
  const dropped = await api.savedViews.create({ entity: 'deal', name: 'Dropped', visibility: 'shared' });
  await api.savedViews.archive({ id: dropped.id });
  const gone = await api.activities.create({ type: 'call', subject: 'Mistake', organizationId: parent.id });
  await api.activities.archive({ id: gone.id });
  await api.members.deactivate({ id: otherRep.userId });
}

/** The bytes of a workspace's archive. */
export async function takeArchive(world: World, person: Person, format: string): Promise<Buffer> {
  const answer = await ask(world, person, { scope: 'workspace', format });
  if (answer.status !== 202) throw new Error(answer.text);
  const { id } = answer.body as { id: string };
  await work(world, person, id);
  const { rows } = await world.superuser.query<{ bytes: Buffer }>(
    'select bytes from core.export_chunks where tenant_id = $1 and export_id = $2 order by position',
    [person.tenantId, id],
  );
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

const NAMES = [
  'name',
  'subject',
  'sku',
  'email',
  'last_name',
  'lastName',
  'description',
  'to_stage_name',
  'toStageName',
];
const INSTANTS = ['created_at', 'createdAt', 'changed_at', 'changedAt'];

/** Rows with each id as what it stands for: when it was made, and its name. Their order no longer depends on ids. */
export function byNature(parts: Record<string, Row[]>, people: ReadonlyMap<string, string>): Record<string, string[]> {
  const natures = new Map(people);
  const first = (row: Row, keys: string[]): unknown => keys.map((key) => row[key]).find((value) => value);
  for (const [part, rows] of Object.entries(parts))
    for (const row of rows)
      if (typeof row['id'] === 'string')
        natures.set(row['id'], `${part} ${String(first(row, INSTANTS))} ${String(first(row, NAMES))}`);
  const worded = (_key: string, value: unknown): unknown =>
    typeof value === 'string'
      ? (natures.get(value) ?? value.replaceAll(/[0-9a-f-]{36}/g, (id) => natures.get(id) ?? id))
      : value;
  return Object.fromEntries(
    Object.entries(parts).map(([part, rows]) => [part, rows.map((row) => JSON.stringify(row, worded)).toSorted()]),
  );
}

/** Every table of a tenant by natural keys, people as their e-mails. */
export async function workspaceState(world: World, tenantId: string): Promise<Record<string, string[]>> {
  const { rows } = await world.superuser.query<{ user_id: string; email: string }>(
    'select user_id, email from core.memberships where tenant_id = $1',
    [tenantId],
  );
  const state = await tableState(world, tenantId);
  const fields = await world.superuser.query<{ row: Row }>(
    `select to_jsonb(d) - '{version,updated_at,updated_by}'::text[] as row from core.custom_field_definitions d where tenant_id = $1`,
    [tenantId],
  );
  const views = await world.superuser.query<{ row: Row }>(
    `select to_jsonb(v) - '{version,updated_at,updated_by}'::text[] as row from core.saved_views v
      where tenant_id = $1 and visibility = 'shared' and deleted_at is null`,
    [tenantId],
  );
  const all = { ...state, fields: fields.rows.map(({ row }) => row), views: views.rows.map(({ row }) => row) };
  const own = Object.fromEntries(
    Object.entries(all).map(([table, some]) => [
      table,
      some.map(({ tenant_id: _tenant, import_id: _import, ...row }) => row),
    ]),
  );
  return byNature(
    own,
    new Map([[tenantId, 'the workspace'], ...rows.map(({ user_id, email }) => [user_id, email] as const)]),
  );
}
