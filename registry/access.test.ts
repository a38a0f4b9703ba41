import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { modules } from './modules.ts';

const UNLIMITED = { allowed: true, limit: 10_000, remaining: 10_000, resetS: 1, retryAfterS: 0 };

type Asked = { entity: string; recordId: string };

let world: World;
let records: Asked[];
const api = (person: Person): Answer => world.as(person).api as Answer;
const explain = (question: Asked & { userId: string }, asker = world.acme.admin): Promise<Answer> =>
  api(asker).access.explain(question) as Promise<Answer>;
const remember = (entity: string, { id }: Answer): Asked => ({ entity, recordId: id });

beforeAll(async () => {
  world = await testWorld({ modules });
  world.platform.cache.rateLimit = async () => UNLIMITED;
  records = await makeRecords();
});
afterAll(() => world.close());

/** One record of each way in which a person comes to see it. */
async function makeRecords(): Promise<Asked[]> {
  const { rep, otherRep, manager } = world.acme;
  const organization = await api(manager).organizations.create({ name: 'Open to all' });
  const product = await api(manager).products.create({ sku: 'OPEN', name: 'Open to all' });
  const contact = await api(rep).contacts.create({ lastName: 'Mine', organizationId: organization.id });
  const sharedContact = await api(manager).contacts.create({ lastName: 'Shared' });
  await api(manager).contacts.share({ id: sharedContact.id, userId: rep.userId });
  const deal = await api(rep).deals.create({ name: 'Mine', contactIds: [contact.id] });
  const helped = await api(otherRep).deals.create({ name: 'Helped', collaboratorIds: [rep.userId] });
  const sharedDeal = await api(manager).deals.create({ name: 'Shared' });
  await api(manager).deals.share({ id: sharedDeal.id, userId: otherRep.userId });
  const archived = await api(rep).deals.create({ name: 'Archived' });
  await api(rep).deals.archive({ id: archived.id });
  const note = { type: 'note', subject: 'About it' };
  const ofDeal = await api(manager).activities.create({ ...note, dealId: deal.id });
  const ofOrganization = await api(rep).activities.create({ ...note, organizationId: organization.id });
  return [
    remember('organization', organization),
    remember('product', product),
    ...[contact, sharedContact].map((record) => remember('contact', record)),
    ...[deal, helped, sharedDeal, archived].map((record) => remember('deal', record)),
    ...[ofDeal, ofOrganization].map((record) => remember('activity', record)),
  ];
}

const PATHS: Readonly<Record<string, string>> = { activity: 'activities' };

async function isAnswered(person: Person, { entity, recordId }: Asked): Promise<boolean> {
  const { status } = await world.as(person).rest('GET', `/${PATHS[entity] ?? `${entity}s`}/${recordId}`);
  expect([200, 404]).toContain(status);
  return status === 200;
}

describe('whether a member sees a record', () => {
  it('is what the API answers that member, for every person and record', async () => {
    const { admin, manager, rep, otherRep } = world.acme;
    for (const person of [admin, manager, rep, otherRep]) {
      for (const record of records) {
        const { visible, rules } = await explain({ ...record, userId: person.userId });
        expect({ ...record, visible }).toEqual({ ...record, visible: await isAnswered(person, record) });
        expect(rules.some(({ holds }: Answer) => holds)).toBe(visible);
      }
    }
  });

  it('comes with the reason, the rule of the database by name, and what the record says', async () => {
    const { rep, otherRep, manager } = world.acme;
    const reasons = async (person: Person): Promise<string[]> =>
      Promise.all(
        records.map(async (record) => (await explain({ ...record, userId: person.userId })).reason as string),
      );
    expect(await reasons(rep)).toEqual([
      ...['everyone', 'everyone', 'owner', 'shared'],
      ...['owner', 'collaborator', 'not_theirs', 'owner'],
      ...['related', 'owner'],
    ]);
    expect(await reasons(otherRep)).toEqual([
      ...['everyone', 'everyone', 'not_theirs', 'not_theirs'],
      ...['not_theirs', 'owner', 'shared', 'not_theirs'],
      ...['not_theirs', 'related'],
    ]);
    expect(new Set(await reasons(manager))).toEqual(new Set(['everyone', 'role']));

    const helped = records[5] as Asked;
    expect(await explain({ ...helped, userId: rep.userId })).toMatchObject({
      visible: true,
      sentence: expect.stringMatching(/^.+ sees this deal because they collaborate on it\. .+ owns it\.$/),
      member: { userId: rep.userId, role: 'sales_rep', status: 'active' },
      record: { entity: 'deal', name: 'Helped', archived: false },
      owner: { userId: otherRep.userId },
      openedTo: [{ userId: rep.userId, how: 'collaborator' }],
      facts: [{ label: 'Stage', value: 'Prospect' }],
      rules: [{ name: 'select_rep', table: 'crm.deals', text: expect.stringContaining('F9.4'), holds: true }],
    });
  });

  it('changes with the record: unshared, it is not seen any more', async () => {
    const { manager, rep } = world.acme;
    const deal = await api(manager).deals.create({ name: 'For a while' });
    const question = { entity: 'deal', recordId: deal.id, userId: rep.userId };
    await api(manager).deals.share({ id: deal.id, userId: rep.userId });
    expect(await explain(question)).toMatchObject({ visible: true, reason: 'shared' });
    await api(manager).deals.unshare({ id: deal.id, userId: rep.userId });
    expect(await explain(question)).toMatchObject({ visible: false, reason: 'not_theirs', openedTo: [] });
  });

  it('is no for a deactivated member, without opening a session for them', async () => {
    const { admin, otherRep } = world.globex;
    const product = await api(world.globex.manager).products.create({ sku: 'P', name: 'P' });
    await api(admin).members.deactivate({ id: otherRep.userId });
    const question = { entity: 'product', recordId: product.id, userId: otherRep.userId };
    expect(await explain(question, admin)).toMatchObject({ visible: false, reason: 'inactive', rules: [] });
  });

  it('leaves no session behind, and is in the audit log', async () => {
    const { admin, rep } = world.acme;
    const record = records[4] as Asked;
    const count = async (): Promise<number> => {
      const { rows } = await world.superuser.query("select from identity.sessions where kind = 'job'");
      return rows.length;
    };
    const before = await count();
    await explain({ ...record, userId: rep.userId });
    expect(await count()).toBe(before);
    const { items } = await api(admin).audit.list({ action: 'access.explained', entityId: record.recordId });
    expect(items[0]).toMatchObject({ actorId: admin.userId, detail: { userId: rep.userId } });
  });
});

describe('it is refused', () => {
  const refused = (code: string) => ({ cause: { code } });

  it('to anyone but admins', async () => {
    const question = { ...(records[4] as Asked), userId: world.acme.rep.userId };
    for (const person of [world.acme.manager, world.acme.rep]) {
      await expect(explain(question, person)).rejects.toMatchObject(refused('forbidden'));
    }
  });

  it('for members and records of another tenant, as if there were none', async () => {
    const record = records[4] as Asked;
    await expect(explain({ ...record, userId: world.globex.rep.userId })).rejects.toMatchObject(refused('not_found'));
    await expect(explain({ ...record, userId: world.globex.rep.userId }, world.globex.admin)).rejects.toMatchObject(
      refused('not_found'),
    );
    await expect(
      explain({ ...record, recordId: world.acme.tenant.id, userId: world.acme.rep.userId }),
    ).rejects.toMatchObject(refused('not_found'));
  });

  it('for what is no record, by REST with the choices', async () => {
    const { rep, admin } = world.acme;
    const query = new URLSearchParams({ userId: rep.userId, entity: 'member', recordId: rep.userId });
    const answer = await world.as(admin).rest('GET', `/access/explanation?${query}`);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('organization, contact, deal, product, activity');
  });
});
