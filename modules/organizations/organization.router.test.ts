import { randomUUID } from 'node:crypto';
import { customFieldsModule } from '@aura/custom-fields/module';
import { sql } from '@aura/db';
import { refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { organizationsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule] });
});
afterAll(() => world.close());

const create = (person = world.acme.rep, fields: object = {}) =>
  world.as(person).api.organizations.create({ name: `Org ${randomUUID()}`, ...fields });

describe('creating', () => {
  it('gives the maker the organization and answers with its abilities', async () => {
    const made = await create(world.acme.rep, {
      name: ' Zürich Bräu ',
      industry: 'Food',
      size: 2822,
      location: 'Zürich',
      website: 'brau.ch',
    });
    expect(made).toMatchObject({
      name: 'Zürich Bräu',
      size: '2822',
      version: 1,
      ownerId: world.acme.rep.userId,
      ownerName: 'Rita Rep',
      createdBy: world.acme.rep.userId,
      abilities: { update: true, archive: true, restore: false, changeOwner: false },
    });
  });

  it('lets a manager choose the owner, and refuses it to a rep', async () => {
    const ownerId = world.acme.otherRep.userId;
    expect(await create(world.acme.manager, { ownerId })).toMatchObject({ ownerId });
    await expect(create(world.acme.rep, { ownerId })).rejects.toMatchObject(refused('owner_change'));
  });

  it('refuses an owner of another tenant and a deactivated one', async () => {
    await expect(create(world.acme.manager, { ownerId: world.globex.rep.userId })).rejects.toMatchObject(
      refused('unknown_reference'),
    );
    await world.superuser.query(`update core.memberships set status = 'deactivated' where user_id = $1`, [
      world.globex.otherRep.userId,
    ]);
    await expect(create(world.globex.manager, { ownerId: world.globex.otherRep.userId })).rejects.toMatchObject(
      refused('owner_deactivated'),
    );
  });

  it('refuses a parent of another tenant', async () => {
    const foreign = await create(world.globex.rep);
    await expect(create(world.acme.rep, { parentId: foreign.id })).rejects.toMatchObject(refused('unknown_reference'));
  });

  it('keeps the external id unique among live ones, per tenant', async () => {
    const first = await create(world.acme.rep, { externalId: 'X1' });
    await expect(create(world.acme.rep, { externalId: 'X1' })).rejects.toMatchObject(refused('duplicate_external_id'));
    await create(world.globex.rep, { externalId: 'X1' });
    await world.as(world.acme.rep).api.organizations.archive({ id: first.id });
    await create(world.acme.rep, { externalId: 'X1' });
    await expect(world.as(world.acme.rep).api.organizations.restore({ id: first.id })).rejects.toMatchObject(
      refused('duplicate_external_id'),
    );
  });

  it('checks custom values, in the service and in the database', async () => {
    await world.as(world.acme.admin).api.customFields.create({
      entity: 'organization',
      key: 'tier',
      label: 'Tier',
      type: 'select',
      options: ['gold', 'silver'],
    });
    expect(await create(world.acme.rep, { customFields: { tier: 'gold' } })).toMatchObject({
      customFields: { tier: 'gold' },
    });
    await expect(create(world.acme.rep, { customFields: { tier: 'tin' } })).rejects.toMatchObject({
      cause: { issues: [{ path: 'customFields.tier' }] },
    });
    await expect(create(world.globex.rep, { customFields: { tier: 'gold' } })).rejects.toMatchObject({
      cause: { issues: [{ path: 'customFields.tier', code: 'unknown_property' }] },
    });
    const { rep } = world.acme;
    const raw = world.as(rep).run((ctx) =>
      ctx.db
        .insertInto('crm.organizations')
        .values({ name: 'Raw', owner_id: rep.userId, custom_fields: JSON.stringify({ tier: 'tin' }) })
        .execute(),
    );
    await expect(raw).rejects.toMatchObject({ constraint: 'custom_fields_fit' });
  });
});

describe('changing', () => {
  it('lets a colleague edit, moves the version and tells the timeline what changed', async () => {
    const made = await create(world.acme.rep, { industry: 'Food' });
    const { api } = world.as(world.acme.otherRep);
    const changed = await api.organizations.update({
      id: made.id,
      expectedVersion: 1,
      industry: 'Tech',
      location: 'Bern',
    });
    expect(changed).toMatchObject({
      industry: 'Tech',
      location: 'Bern',
      name: made.name,
      version: 2,
      updatedBy: world.acme.otherRep.userId,
    });
    const { items } = await api.organizations.timeline({ id: made.id });
    expect(items.map((entry: { type: string }) => entry.type)).toEqual([
      'organization.updated',
      'organization.created',
    ]);
    expect(items[0]).toMatchObject({
      actorName: 'Otto Rep',
      data: { changes: { industry: ['Food', 'Tech'], location: [null, 'Bern'] } },
    });
  });

  it('writes nothing when nothing differs', async () => {
    const made = await create();
    expect(await world.as(world.acme.rep).api.organizations.update({ id: made.id, name: made.name })).toMatchObject({
      version: 1,
    });
  });

  it('clears with null and leaves the rest', async () => {
    const made = await create(world.acme.rep, { industry: 'Food', location: 'Bern' });
    expect(await world.as(world.acme.rep).api.organizations.update({ id: made.id, industry: null })).toMatchObject({
      industry: null,
      location: 'Bern',
    });
  });

  it('refuses a stale version and shows the record as it is', async () => {
    const made = await create();
    await world.as(world.acme.rep).api.organizations.update({ id: made.id, location: 'Bern' });
    const stale = world
      .as(world.acme.rep)
      .api.organizations.update({ id: made.id, expectedVersion: 1, location: 'Rome' });
    await expect(stale).rejects.toMatchObject({
      cause: { code: 'version_conflict', current: { location: 'Bern', version: 2 } },
    });
  });

  it('leaves the choice of the owner to managers, in the service and in the database', async () => {
    const made = await create();
    const to = world.acme.otherRep.userId;
    await expect(world.as(world.acme.rep).api.organizations.update({ id: made.id, ownerId: to })).rejects.toMatchObject(
      refused('owner_change'),
    );
    const raw = world
      .as(world.acme.rep)
      .run((ctx) => ctx.db.updateTable('crm.organizations').set({ owner_id: to }).where('id', '=', made.id).execute());
    await expect(raw).rejects.toMatchObject({ code: '42501' });
    expect(await world.as(world.acme.manager).api.organizations.update({ id: made.id, ownerId: to })).toMatchObject({
      ownerId: to,
    });
  });

  it('refuses the id of another tenant as if it were not there, and notes the probe', async () => {
    const foreign = await create(world.globex.rep);
    const { api } = world.as(world.acme.admin);
    for (const call of [
      api.organizations.get,
      api.organizations.update,
      api.organizations.archive,
      api.organizations.restore,
      api.organizations.timeline,
    ]) {
      await expect(call({ id: foreign.id })).rejects.toMatchObject({ cause: { code: 'not_found' } });
    }
    const { rows } = await world.superuser.query('select count(*)::int as n from audit.misses where entity_id = $1', [
      foreign.id,
    ]);
    expect(rows[0].n).toBe(5);
  });
});

describe('archiving', () => {
  it('hides it from lists, keeps it readable, and restores it', async () => {
    const made = await create(world.acme.rep, { industry: 'Archiving' });
    const { api } = world.as(world.acme.rep);
    await api.organizations.archive({ id: made.id, expectedVersion: 1 });
    expect((await api.organizations.list({ industry: 'Archiving' })).items).toEqual([]);
    expect((await api.organizations.list({ industry: 'Archiving', deleted: true })).items).toMatchObject([
      { id: made.id },
    ]);
    expect(await api.organizations.get({ id: made.id })).toMatchObject({ abilities: { update: false, restore: true } });
    await expect(api.organizations.update({ id: made.id, name: 'New' })).rejects.toMatchObject(refused('archived'));
    await expect(api.organizations.archive({ id: made.id })).rejects.toMatchObject({ cause: { code: 'not_found' } });
    expect(await api.organizations.restore({ id: made.id })).toMatchObject({ deletedAt: null });
  });

  it('refuses a stale version', async () => {
    const made = await create();
    await expect(
      world.as(world.acme.rep).api.organizations.archive({ id: made.id, expectedVersion: 9 }),
    ).rejects.toMatchObject(refused('version_conflict'));
  });
});

describe('reassigning', () => {
  it('gives many by ids or by a filter, with an event each', async () => {
    const made = [
      await create(world.acme.rep, { industry: 'Giving' }),
      await create(world.acme.rep, { industry: 'Giving' }),
    ];
    const { api } = world.as(world.acme.manager);
    const ownerId = world.acme.otherRep.userId;
    expect(await api.organizations.reassign({ ids: [made[0].id, randomUUID()], ownerId })).toEqual({ changed: 1 });
    expect(await api.organizations.reassign({ filter: { industry: 'Giving' }, ownerId })).toEqual({ changed: 1 });
    const { items } = await api.organizations.timeline({ id: made[1].id });
    expect(items[0]).toMatchObject({
      type: 'organization.owner_changed',
      data: { from: world.acme.rep.userId, to: ownerId },
    });
  });

  it('is refused to reps, without a choice, and leaves other tenants alone', async () => {
    const foreign = await create(world.globex.rep);
    const ownerId = world.acme.rep.userId;
    await expect(
      world.as(world.acme.rep).api.organizations.reassign({ ids: [foreign.id], ownerId }),
    ).rejects.toMatchObject({ cause: { code: 'forbidden' } });
    await expect(world.as(world.acme.manager).api.organizations.reassign({ ownerId })).rejects.toMatchObject({
      cause: { code: 'invalid' },
    });
    expect(await world.as(world.acme.manager).api.organizations.reassign({ ids: [foreign.id], ownerId })).toEqual({
      changed: 0,
    });
  });
});

describe('over REST', () => {
  it('creates with Location and ETag, patches under If-Match, deletes and restores', async () => {
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', '/organizations', { body: { name: 'By REST' } });
    const { id } = made.body as { id: string };
    expect([made.status, made.headers.get('location'), made.headers.get('etag')]).toEqual([
      201,
      `/api/v1/organizations/${id}`,
      '"1"',
    ]);
    expect(
      (await rest('PATCH', `/organizations/${id}`, { body: { size: '1-10' }, headers: { 'if-match': '"1"' } })).status,
    ).toBe(200);
    expect(
      await rest('PATCH', `/organizations/${id}`, { body: { size: '50' }, headers: { 'if-match': '"1"' } }),
    ).toMatchObject({ status: 412, body: { current: { size: '1-10' } } });
    expect((await rest('DELETE', `/organizations/${id}`)).status).toBe(204);
    expect((await rest('POST', `/organizations/${id}/restore`)).status).toBe(200);
  });

  it('refuses read-only and unknown properties', async () => {
    const { rest } = world.as(world.acme.rep);
    for (const body of [{ name: 'A', version: 3 }, { name: 'A', tenantId: randomUUID() }, {}])
      expect((await rest('POST', '/organizations', { body })).status).toBe(422);
  });
});

it('the database itself hides and guards rows of other tenants', async () => {
  const foreign = await create(world.globex.rep);
  await world.as(world.acme.admin).run(async (ctx) => {
    const seen = await sql`select id from crm.organizations where id = ${foreign.id}`.execute(ctx.db);
    const changed = await sql`update crm.organizations set name = 'Stolen' where id = ${foreign.id}`.execute(ctx.db);
    expect([seen.rows.length, changed.numAffectedRows]).toEqual([0, 0n]);
  });
});
