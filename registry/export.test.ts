import type { Person, RestAnswer, TestTenant, World } from '@aura/testkit';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from './answer.fixture.ts';
import { ask, codeFor, exportWorld, recordsOf, takeOut, work } from './export.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await exportWorld();
  for (const tenant of [world.acme, world.globex]) await fill(tenant);
});
afterAll(() => world.close());

const api = (person: Person): Answer => world.as(person).api;
const get = (person: Person, path: string): Promise<RestAnswer> => world.as(person).rest('GET', path);
const send = (person: Person, body: object): Promise<RestAnswer> => world.as(person).rest('POST', '/exports', { body });
const idOf = (answer: RestAnswer): string => (answer.body as { id: string }).id;

/** Three deals and contacts of the rep, two of the other rep, one of the manager: look-alikes in both tenants. */
async function fill(tenant: TestTenant): Promise<void> {
  const admin = api(tenant.admin);
  const { id: organizationId } = await admin.organizations.create({ name: '=Evil, Inc.', industry: 'Food' });
  await admin.products.create({ sku: 'W-1', name: 'Widget', price: { amount: '12.50', currency: 'USD' } });
  await admin.customFields.create({ entity: 'deal', key: 'region', label: 'Region', type: 'text' });
  for (const [person, count] of [
    [tenant.rep, 3],
    [tenant.otherRep, 2],
    [tenant.manager, 1],
  ] as const) {
    for (let n = 1; n <= count; n += 1) {
      const named = `${tenant.tenant.slug} ${person.name} ${n}`;
      const contact = await admin.contacts.create({
        ...{ lastName: named, email: `${person.role}${n}.${person.userId.slice(-6)}@x.test`, ownerId: person.userId },
        ...{ phone: '+31 20 123 4567', organizationId },
      });
      await admin.deals.create({
        ...{ name: named, amount: String(n * 1000), organizationId, ownerId: person.userId, contactIds: [contact.id] },
        ...{ customFields: { region: 'North' }, notes: '-2+3' },
      });
      await api(person).activities.create({ type: 'note', subject: named, contactId: contact.id });
    }
  }
}

describe('a request', () => {
  it('needs the mailed code: a wrong one says how many tries are left, five of them void it', async () => {
    const { manager } = world.acme;
    const code = await codeFor(world, manager);
    const wrong = code === '000000' ? '000001' : '000000';
    const tryWrong = async (): Promise<Answer> =>
      (await send(manager, { scope: 'deals', format: 'csv', code: wrong })).body;
    expect(await tryWrong()).toMatchObject({
      status: 422,
      code: 'invalid_code',
      errors: [{ path: 'code', code: 'invalid_code', message: 'This code is wrong. 4 tries are left.' }],
    });
    const details = [await tryWrong(), await tryWrong(), await tryWrong(), await tryWrong()].map(
      ({ detail }) => detail,
    );
    expect(details.map((text) => /(\d+|One) tr(y|ies)/.exec(text)?.[1])).toEqual(['3', '2', 'One', undefined]);
    expect((await send(manager, { scope: 'deals', format: 'csv', code })).status).toBe(422);
  });

  it('uses the code up, also under a space in it, and is queued with its place', async () => {
    const { manager } = world.acme;
    const code = await codeFor(world, manager);
    const body = {
      scope: 'deals',
      format: 'csv',
      filter: { status: 'open' },
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    };
    const answer = await send(manager, body);
    expect(answer).toMatchObject({
      status: 202,
      body: {
        status: 'queued',
        scope: 'deals',
        filter: { status: 'open', deleted: false },
        rows: 0,
        downloadUrl: null,
      },
    });
    expect(answer.headers.get('location')).toBe(`/api/v1/exports/${idOf(answer)}`);
    expect((await send(manager, body)).status).toBe(422);
    expect((await get(manager, `/exports/${idOf(answer)}/file`)).status).toBe(404);
  });

  it.each([
    ['an unknown scope', { scope: 'sessions', format: 'csv' }, 'scope'],
    ['an unknown format', { scope: 'deals', format: 'xlsx' }, 'format'],
    ['a filter that the list does not have', { scope: 'contacts', format: 'csv', filter: { stageId: 'x' } }, 'filter'],
    ['a filter that the list refuses', { scope: 'deals', format: 'csv', filter: { ownerId: 'me' } }, 'filter.ownerId'],
    ['a picked row that is no id', { scope: 'deals', format: 'csv', filter: { ids: ['x'] } }, 'filter.ids.0'],
    ['no picked row', { scope: 'contacts', format: 'csv', filter: { ids: [] } }, 'filter.ids'],
    [
      'more picked rows than it takes',
      { scope: 'products', format: 'csv', filter: { ids: Array(1_001).fill('0191f0a0-0000-7000-8000-000000000000') } },
      'filter.ids',
    ],
    ['a filter of the workspace', { scope: 'workspace', format: 'json', filter: { q: 'x' } }, 'filter'],
    ['a page', { scope: 'deals', format: 'csv', filter: { limit: 5 } }, 'filter'],
    ['an unknown property', { scope: 'deals', format: 'csv', columns: [] }, 'columns'],
  ])('with %s is refused, and the code is left', async (_what, wanted, path) => {
    const { admin } = world.acme;
    const code = await codeFor(world, admin);
    const answer = await send(admin, { ...wanted, code });
    expect(answer).toMatchObject({ status: 422, body: { errors: [expect.objectContaining({ path })] } });
    expect((await send(admin, { scope: 'deals', format: 'csv', code })).status).toBe(202);
  });

  it('for the workspace or the audit log is an admin’s', async () => {
    for (const person of [world.acme.rep, world.acme.manager]) {
      for (const scope of ['workspace', 'audit-log']) {
        expect(await ask(world, person, { scope })).toMatchObject({ status: 403, body: { code: 'export_scope' } });
      }
    }
  });
});

describe('a file', () => {
  it('of a rep holds what the rep sees, and nothing else', async () => {
    for (const [person, count] of [
      [world.acme.rep, 3],
      [world.acme.otherRep, 2],
      [world.acme.manager, 6],
    ] as const) {
      for (const scope of ['deals', 'contacts', 'activities']) {
        const { made, text } = await takeOut(world, person, { scope });
        const { total } = await api(person)[scope].list({});
        expect([scope, made.rows, recordsOf(text).length]).toEqual([scope, total, total]);
        expect(text).not.toContain('globex');
        if (scope === 'deals') expect(total).toBe(count);
      }
    }
  });

  it('has what a colleague shared', async () => {
    const { otherRep, manager, rep } = world.acme;
    const { items } = await api(otherRep).contacts.list({ sort: 'name' });
    await api(manager).contacts.share({ id: items[0].id, userId: rep.userId });
    const { text } = await takeOut(world, rep, { scope: 'contacts' });
    expect(recordsOf(text)).toHaveLength(4);
    await api(manager).contacts.unshare({ id: items[0].id, userId: rep.userId });
  });

  it('has what the filter of the list shows', async () => {
    const { admin, otherRep } = world.acme;
    for (const filter of [
      { ownerId: otherRep.userId },
      { minAmount: '2000' },
      { q: otherRep.name },
      { deleted: true },
    ]) {
      const { text } = await takeOut(world, admin, { scope: 'deals', filter });
      const { items } = await api(admin).deals.list(filter);
      const names = new Set(items.map((deal: Answer) => deal.name));
      expect(new Set(recordsOf(text).map(({ name }) => name))).toEqual(names);
    }
  });

  it.each(['contacts', 'organizations', 'products', 'deals'])(
    'of some %s that were picked has exactly those, of the ones that the filter finds',
    async (scope) => {
      const { admin } = world.acme;
      const { items } = await api(admin)[scope].list({});
      const picked = items.slice(0, 2).map(({ id }: Answer) => id);
      const foreign = (await api(world.globex.admin)[scope].list({})).items[0].id;
      const idsOf = async (filter: object): Promise<string[]> => {
        const { text } = await takeOut(world, admin, { scope, format: 'json', filter });
        return JSON.parse(text).map(({ id }: Answer) => id);
      };
      expect(new Set(await idsOf({ ids: [...picked, foreign, ...picked] }))).toEqual(new Set(picked));
      expect(await idsOf({ ids: picked, deleted: true })).toEqual([]);
      expect(await idsOf({ ids: [foreign] })).toEqual([]);
    },
  );

  it('of picked rows leaves out what the rep does not see', async () => {
    const { admin, rep, otherRep } = world.acme;
    for (const scope of ['contacts', 'deals']) {
      const own = (await api(rep)[scope].list({})).items[0];
      const others = (await api(otherRep)[scope].list({})).items.map(({ id }: Answer) => id);
      const filter = { ids: [own.id, ...others] };
      const { text } = await takeOut(world, rep, { scope, format: 'json', filter });
      expect(JSON.parse(text).map(({ id }: Answer) => id)).toEqual([own.id]);
      expect(JSON.parse((await takeOut(world, admin, { scope, format: 'json', filter })).text)).toHaveLength(
        filter.ids.length,
      );
    }
  });

  it('names its columns as the import does, and guards what a spreadsheet would run', async () => {
    const { text } = await takeOut(world, world.acme.otherRep, { scope: 'deals', filter: { maxAmount: '1000' } });
    const [record] = recordsOf(text);
    expect(record).toMatchObject({
      ...{ name: `acme ${world.acme.otherRep.name} 1`, amount: '1000.00', currency: 'USD', 'stage.name': 'Prospect' },
      ...{ 'organization.name': "'=Evil, Inc.", notes: "'-2+3", 'customFields.region': 'North' },
      ...{ 'owner.name': world.acme.otherRep.name, probability: '10' },
    });
    expect(text.split('\r\n')[0]).toMatch(/^name,amount,currency,pipeline\.name,stage\.name,/);
    const contacts = recordsOf((await takeOut(world, world.acme.otherRep, { scope: 'contacts' })).text);
    expect(contacts[0]?.['phone']).toBe('+31 20 123 4567');
  });

  it('as JSON has the records of the API', async () => {
    const { otherRep } = world.acme;
    const { made, text } = await takeOut(world, otherRep, { scope: 'contacts', format: 'json' });
    const { items } = await api(otherRep).contacts.list({});
    const shown = items.map(({ abilities: _abilities, ...contact }: Answer) => contact);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(shown)));
    expect(made.fileName).toMatch(/^aura-contacts-\d{4}-\d{2}-\d{2}\.json$/);
    const [deal] = JSON.parse((await takeOut(world, otherRep, { scope: 'deals', format: 'json' })).text);
    expect(deal).toMatchObject({ contactIds: [expect.any(String)], items: [], collaboratorIds: [] });
  });

  it('of nothing is a header, and an empty list', async () => {
    const filter = { q: 'nobody is called this' };
    expect(recordsOf((await takeOut(world, world.acme.rep, { scope: 'deals', filter })).text)).toEqual([]);
    const { text } = await takeOut(world, world.acme.rep, { scope: 'deals', format: 'json', filter });
    expect(JSON.parse(text)).toEqual([]);
  });

  it('of the audit log has the log, the request for this export included', async () => {
    const { made, text } = await takeOut(world, world.acme.admin, { scope: 'audit-log' });
    expect(
      recordsOf(text).find(({ action, entityId }) => action === 'export.requested' && entityId === made.id),
    ).toMatchObject({
      actorName: world.acme.admin.name,
      detail: expect.stringContaining('audit-log'),
    });
  });
});

describe('the whole workspace', () => {
  // What refers before what it refers to.
  const parts = [
    ...['dealStages', 'stageChanges', 'dealMembers', 'dealContacts', 'lineItems'],
    ...[
      'activityMentions',
      'activityParticipants',
      'activities',
      'deals',
      'productPrices',
      'products',
      'stages',
      'pipelines',
      'contactMerges',
      'contactDistinctions',
      'contactShares',
    ],
    ...['contacts', 'organizations', 'savedViews', 'customFields', 'members'],
  ];

  it('as JSON is one document, by entity', async () => {
    const { made, text } = await takeOut(world, world.acme.admin, { scope: 'workspace', format: 'json' });
    const { archive, ...document } = JSON.parse(text);
    expect(archive).toMatchObject({ format: 'aura-workspace', version: 1, workspace: expect.any(String) });
    expect(Object.keys(document)).toEqual(parts);
    expect([document.deals.length, document.contacts.length, document.products.length]).toEqual([6, 6, 1]);
    expect(made.rows).toBe(Object.values<unknown[]>(document).flat().length);
    expect(text).not.toContain('globex');
  });

  it('as CSV is a zip with a file for each', async () => {
    const { admin } = world.acme;
    const answer = await ask(world, admin, { scope: 'workspace' });
    await work(world, admin, idOf(answer));
    const files = await unzip(admin, idOf(answer));
    expect(Object.keys(files)).toEqual(['archive.json', ...parts.map((name) => `${name}.csv`)]);
    expect(recordsOf(files['deals.csv'] ?? '')).toHaveLength(6);
    expect(recordsOf(files['members.csv'] ?? '').map(({ email }) => email)).toContain(world.acme.rep.email);
  });

  async function unzip(person: Person, id: string): Promise<Record<string, string>> {
    const { rows } = await world.superuser.query<{ bytes: Buffer }>(
      'select bytes from core.export_chunks where tenant_id = $1 and export_id = $2 order by position',
      [person.tenantId, id],
    );
    const files = unzipSync(Buffer.concat(rows.map(({ bytes }) => bytes)));
    return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
  }
});
