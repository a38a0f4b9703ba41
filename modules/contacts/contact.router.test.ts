import { randomUUID } from 'node:crypto';
import { customFieldsModule } from '@aura/custom-fields/module';
import { organizationsModule } from '@aura/organizations/module';
import { idsOf, notFound, refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createContact } from './contact.service.ts';
import { contactsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule, contactsModule] });
});
afterAll(() => world.close());

const create = (person = world.acme.rep, fields: object = {}) =>
  world.as(person).api.contacts.create({ lastName: `Person ${randomUUID()}`, ...fields });

describe('creating', () => {
  it('gives the maker the contact, with its names and abilities', async () => {
    const organization = await world.as(world.acme.rep).api.organizations.create({ name: 'Acme' });
    const made = await create(world.acme.rep, {
      firstName: 'Jo',
      lastName: 'Ng',
      email: 'Jo@Ng.test',
      phone: '+1 555 0100',
      title: 'Buyer',
      organizationId: organization.id,
    });
    expect(made).toMatchObject({
      name: 'Jo Ng',
      email: 'Jo@Ng.test',
      organizationName: 'Acme',
      ownerId: world.acme.rep.userId,
      ownerName: 'Rita Rep',
      version: 1,
      abilities: { update: true, archive: true, restore: false, changeOwner: false, share: false },
    });
  });

  it('needs a name or an e-mail', async () => {
    const { api } = world.as(world.acme.rep);
    await expect(api.contacts.create({ title: 'Buyer' })).rejects.toMatchObject({
      cause: { code: 'invalid', issues: [{ path: 'lastName' }] },
    });
    expect(await api.contacts.create({ email: 'only@mail.test' })).toMatchObject({ name: 'only@mail.test' });
    const made = await create();
    await expect(api.contacts.update({ id: made.id, lastName: null })).rejects.toMatchObject(refused('required'));
  });

  it('refuses another owner to a rep, in the service and in the database; a manager may', async () => {
    const ownerId = world.acme.otherRep.userId;
    await expect(create(world.acme.rep, { ownerId })).rejects.toMatchObject(refused('owner_change'));
    const raw = world
      .as(world.acme.rep)
      .run((ctx) => ctx.db.insertInto('crm.contacts').values({ last_name: 'Raw', owner_id: ownerId }).execute());
    await expect(raw).rejects.toMatchObject({ code: '42501' });
    expect(await create(world.acme.manager, { ownerId })).toMatchObject({ ownerId });
  });

  it('refuses an organization of another tenant and an archived one', async () => {
    const foreign = await world.as(world.globex.rep).api.organizations.create({ name: 'Foreign' });
    const own = await world.as(world.acme.rep).api.organizations.create({ name: 'Own' });
    await world.as(world.acme.rep).api.organizations.archive({ id: own.id });
    for (const { id } of [foreign, own])
      await expect(create(world.acme.rep, { organizationId: id })).rejects.toMatchObject({
        cause: { issues: [{ path: 'organizationId' }] },
      });
  });

  it('checks custom values and keeps external ids unique', async () => {
    await world
      .as(world.acme.admin)
      .api.customFields.create({ entity: 'contact', key: 'birthday', label: 'Birthday', type: 'date' });
    expect(await create(world.acme.rep, { customFields: { birthday: '2000-02-29' }, externalId: 'C1' })).toMatchObject({
      customFields: { birthday: '2000-02-29' },
    });
    await expect(create(world.acme.rep, { customFields: { birthday: 'soon' } })).rejects.toMatchObject({
      cause: { issues: [{ path: 'customFields.birthday' }] },
    });
    await expect(create(world.acme.rep, { externalId: 'C1' })).rejects.toMatchObject(refused('duplicate_external_id'));
  });
});

describe('the e-mail', () => {
  it('is unique whatever the case, and the refusal names a contact that the person sees', async () => {
    const made = await create(world.acme.rep, { firstName: 'Ann', lastName: 'Lee', email: 'ann@lee.test' });
    for (const person of [world.acme.rep, world.acme.manager]) {
      await expect(create(person, { email: 'ANN@Lee.test' })).rejects.toMatchObject({
        cause: {
          code: 'conflict',
          reason: 'duplicate_email',
          current: { id: made.id, name: 'Ann Lee' },
          issues: [{ path: 'email' }],
        },
      });
    }
  });

  it('is refused without naming anyone to a rep who does not see the contact', async () => {
    await create(world.acme.otherRep, { firstName: 'Secret', email: 'secret@hidden.test' });
    const { rest } = world.as(world.acme.rep);
    const answer = await rest('POST', '/contacts', { body: { email: 'secret@HIDDEN.test' } });
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([409, 'duplicate_email']);
    expect(answer.text).not.toContain('Secret');
    expect(answer.body).not.toHaveProperty('current');
  });

  it('may be the same in another tenant, and again when the first is archived; then the first cannot return', async () => {
    const made = await create(world.acme.rep, { email: 'again@mail.test' });
    await create(world.globex.rep, { email: 'again@mail.test' });
    const { api } = world.as(world.acme.rep);
    await api.contacts.archive({ id: made.id });
    await create(world.acme.rep, { email: 'Again@mail.test' });
    await expect(api.contacts.restore({ id: made.id })).rejects.toMatchObject(refused('duplicate_email'));
  });

  it('goes to exactly one of several simultaneous requests', async () => {
    const email = `${randomUUID()}@race.test`;
    const results = await Promise.allSettled(
      [world.acme.rep, world.acme.otherRep, world.acme.manager, world.acme.admin].map((person) =>
        create(person, { email }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject(refused('duplicate_email'));
  });

  it("is checked when it changes, and a change of case is one's own", async () => {
    await create(world.acme.rep, { email: 'taken@mail.test' });
    const made = await create(world.acme.rep, { email: 'mine@mail.test' });
    const { api } = world.as(world.acme.rep);
    await expect(api.contacts.update({ id: made.id, email: 'Taken@mail.test' })).rejects.toMatchObject(
      refused('duplicate_email'),
    );
    expect(await api.contacts.update({ id: made.id, email: 'Mine@mail.test' })).toMatchObject({
      email: 'Mine@mail.test',
    });
  });
});

describe('changing', () => {
  it('moves the version, and refuses a stale one with the record as it is', async () => {
    const made = await create();
    const { api } = world.as(world.acme.rep);
    expect(await api.contacts.update({ id: made.id, title: 'A', expectedVersion: 1 })).toMatchObject({ version: 2 });
    await expect(api.contacts.update({ id: made.id, title: 'B', expectedVersion: 1 })).rejects.toMatchObject({
      cause: { code: 'version_conflict', current: { title: 'A' } },
    });
    await expect(api.contacts.archive({ id: made.id, expectedVersion: 1 })).rejects.toMatchObject(
      refused('version_conflict'),
    );
  });

  it('loses no update of two with the same version', async () => {
    const made = await create();
    const { api } = world.as(world.acme.rep);
    const results = await Promise.allSettled(
      ['A', 'B'].map((title) => api.contacts.update({ id: made.id, title, expectedVersion: 1 })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves the owner to managers, and the former owner no longer sees it', async () => {
    const made = await create();
    await expect(
      world.as(world.acme.rep).api.contacts.update({ id: made.id, ownerId: world.acme.otherRep.userId }),
    ).rejects.toMatchObject(refused('owner_change'));
    await world.as(world.acme.manager).api.contacts.update({ id: made.id, ownerId: world.acme.otherRep.userId });
    await expect(world.as(world.acme.rep).api.contacts.get({ id: made.id })).rejects.toMatchObject(notFound);
    expect(idsOf(await world.as(world.acme.otherRep).api.contacts.list({ q: made.lastName }))).toEqual([made.id]);
  });

  it('archives and restores', async () => {
    const made = await create(world.acme.rep, { lastName: 'Archivable' });
    const { api } = world.as(world.acme.rep);
    await api.contacts.archive({ id: made.id });
    expect((await api.contacts.list({ q: 'archivable' })).total).toBe(0);
    expect(idsOf(await api.contacts.list({ deleted: true, limit: 100 }))).toContain(made.id);
    await expect(api.contacts.update({ id: made.id, title: 'x' })).rejects.toMatchObject(refused('archived'));
    await expect(api.contacts.archive({ id: made.id })).rejects.toMatchObject(notFound);
    await api.contacts.restore({ id: made.id });
    expect((await api.contacts.list({ q: 'archivable' })).total).toBe(1);
  });
});

describe('searching', () => {
  it.each([
    ['JOSE', 'without accents and case'],
    ['ñuñez jo', 'in any order'],
    ['jose@nu', 'by the beginning of the e-mail'],
    ['nunez.test', 'by its domain'],
    ['(0)20 7946 0958', 'by phone, however punctuated'],
    ['+44 20 7946', 'by the beginning of the phone'],
    ['02079460958', 'by the national phone number'],
    ['sprocket', 'by company'],
  ])('finds by %s: %s', async (q) => {
    const { api } = world.as(world.globex.rep);
    const found = await api.contacts.list({ q });
    if (found.total > 0) return expect(found.items).toMatchObject([{ lastName: 'Núñez' }]);
    const organization = await api.organizations.create({ name: 'Sprocket Works' });
    await create(world.globex.rep, {
      firstName: 'José',
      lastName: 'Núñez',
      email: 'jose@nunez.test',
      phone: '+44 20 7946 0958',
      organizationId: organization.id,
    });
    expect((await api.contacts.list({ q })).items).toMatchObject([{ lastName: 'Núñez' }]);
  });

  it('follows an organization that is renamed', async () => {
    const { api } = world.as(world.acme.rep);
    const organization = await api.organizations.create({ name: 'Oldname' });
    const made = await create(world.acme.rep, { organizationId: organization.id });
    const theirs = await create(world.acme.otherRep, { organizationId: organization.id });
    await api.organizations.update({ id: organization.id, name: 'Newname' });
    expect((await api.contacts.list({ q: 'oldname' })).total).toBe(0);
    expect(idsOf(await api.contacts.list({ q: 'newname' }))).toEqual([made.id]);
    expect(idsOf(await world.as(world.acme.otherRep).api.contacts.list({ q: 'newname' }))).toEqual([theirs.id]);
  });

  it('lists the contacts of an organization that the person may see', async () => {
    const { api } = world.as(world.acme.rep);
    const organization = await api.organizations.create({ name: 'Listed' });
    const mine = await create(world.acme.rep, { organizationId: organization.id });
    await create(world.acme.otherRep, { organizationId: organization.id });
    const answer = await world.as(world.acme.rep).rest('GET', `/organizations/${organization.id}/contacts`);
    expect([answer.status, idsOf(answer.body as never), (answer.body as { total: number }).total]).toEqual([
      200,
      [mine.id],
      1,
    ]);
    expect((await world.as(world.globex.rep).rest('GET', `/organizations/${organization.id}/contacts`)).status).toBe(
      404,
    );
  });
});

describe('over REST', () => {
  it('creates, reads with an ETag, refuses what is read-only and a bad id', async () => {
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', '/contacts', {
      body: { firstName: 'By', lastName: 'Rest', email: 'by@rest.test' },
    });
    const { id } = made.body as { id: string };
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/contacts/${id}`]);
    expect((await rest('GET', `/contacts/${id}`)).headers.get('etag')).toBe('"1"');
    expect(
      (await rest('PATCH', `/contacts/${id}`, { body: { title: 'X' }, headers: { 'if-match': '"7"' } })).status,
    ).toBe(412);
    expect((await rest('PATCH', `/contacts/${id}`, { body: { createdBy: id } })).status).toBe(422);
    expect((await rest('POST', '/contacts', { body: { lastName: 'A', email: 'no mail' } })).status).toBe(422);
    expect((await rest('GET', '/contacts/not-an-id')).status).toBe(422);
    expect(
      (
        await world
          .as(world.acme.manager)
          .rest('POST', `/contacts/${id}/share`, { body: { userId: world.acme.otherRep.userId } })
      ).status,
    ).toBe(201);
    expect(
      (await world.as(world.acme.manager).rest('DELETE', `/contacts/${id}/share/${world.acme.otherRep.userId}`)).status,
    ).toBe(204);
    expect((await rest('DELETE', `/contacts/${id}`)).status).toBe(204);
  });
});

it('a failing create leaves neither contact nor event nor words', async () => {
  const attempt = world.as(world.acme.rep).run(async (ctx) => {
    await createContact(ctx, { lastName: 'Rolledback' } as never);
    throw new Error('later');
  });
  await expect(attempt).rejects.toThrow('later');
  const { rows } = await world.superuser.query(`select from search.tokens where token = 'rolledback'`);
  expect(rows).toEqual([]);
});
