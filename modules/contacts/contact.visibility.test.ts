import { randomUUID } from 'node:crypto';
import { customFieldsModule } from '@aura/custom-fields/module';
import { sql } from '@aura/db';
import { organizationsModule } from '@aura/organizations/module';
import { idsOf, notFound, refused, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reassignContacts } from './contact.service.ts';
import { contactsModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [customFieldsModule, organizationsModule, contactsModule] });
});
afterAll(() => world.close());

const create = (person = world.acme.rep, fields: object = {}) =>
  world.as(person).api.contacts.create({ lastName: `Person ${randomUUID()}`, ...fields });

describe('visibility', () => {
  it('shows a rep their own contacts only, and managers all', async () => {
    const mine = await create(world.acme.rep, { title: 'Seen' });
    const theirs = await create(world.acme.otherRep);
    expect(idsOf(await world.as(world.acme.rep).api.contacts.list({ limit: 100 }))).not.toContain(theirs.id);
    expect(idsOf(await world.as(world.acme.manager).api.contacts.list({ limit: 100 }))).toEqual(
      expect.arrayContaining([mine.id, theirs.id]),
    );
  });

  it("answers for a colleague's contact and another tenant's as if they were not there", async () => {
    const colleagues = await create(world.acme.otherRep);
    const foreign = await create(world.globex.rep);
    const { api } = world.as(world.acme.rep);
    for (const { id } of [colleagues, foreign]) {
      for (const call of [
        api.contacts.get,
        api.contacts.update,
        api.contacts.archive,
        api.contacts.restore,
        api.contacts.timeline,
        api.contacts.shares,
      ]) {
        await expect(call({ id })).rejects.toMatchObject(notFound);
      }
    }
    await expect(world.as(world.acme.admin).api.contacts.get({ id: foreign.id })).rejects.toMatchObject(notFound);
    const { rows } = await world.superuser.query(
      'select count(*)::int as n from audit.misses where entity_id = any ($1)',
      [[colleagues.id, foreign.id]],
    );
    expect(rows[0].n).toBe(13);
  });

  it("hides a colleague's timeline and search words from raw SQL too", async () => {
    const theirs = await create(world.acme.otherRep, { lastName: 'Unfindable' });
    await world.as(world.acme.rep).run(async (ctx) => {
      const events = await sql`select id from core.events where entity_id = ${theirs.id}`.execute(ctx.db);
      const tokens = await sql`select token from search.tokens where record_id = ${theirs.id}`.execute(ctx.db);
      const changed = await sql`update crm.contacts set title = 'x' where id = ${theirs.id}`.execute(ctx.db);
      expect([events.rows.length, tokens.rows.length, changed.numAffectedRows]).toEqual([0, 0, 0n]);
    });
  });
});

describe('sharing', () => {
  it('lets the other see, find, edit and read the timeline until it ends', async () => {
    const made = await create(world.acme.rep, { lastName: 'Sharewell' });
    const userId = world.acme.otherRep.userId;
    const manager = world.as(world.acme.manager).api;
    const other = world.as(world.acme.otherRep).api;
    expect(await manager.contacts.share({ id: made.id, userId })).toMatchObject({
      items: [{ userId, name: 'Otto Rep' }],
    });
    await manager.contacts.share({ id: made.id, userId });
    expect(idsOf(await other.contacts.list({ q: 'sharew' }))).toEqual([made.id]);
    expect(idsOf(await other.contacts.list({ limit: 100 }))).toContain(made.id);
    expect(await other.contacts.update({ id: made.id, title: 'Edited' })).toMatchObject({
      title: 'Edited',
      ownerId: world.acme.rep.userId,
    });
    expect((await other.contacts.timeline({ id: made.id })).items.map((entry: { type: string }) => entry.type)).toEqual(
      ['contact.updated', 'contact.shared', 'contact.created'],
    );
    await manager.contacts.unshare({ id: made.id, userId });
    await expect(other.contacts.get({ id: made.id })).rejects.toMatchObject(notFound);
    await expect(manager.contacts.unshare({ id: made.id, userId })).rejects.toMatchObject(notFound);
  });

  it('is for managers, with members of the tenant', async () => {
    const made = await create();
    const share = { id: made.id, userId: world.acme.otherRep.userId };
    await expect(world.as(world.acme.rep).api.contacts.share(share)).rejects.toMatchObject({
      cause: { code: 'forbidden' },
    });
    await expect(world.as(world.acme.rep).api.contacts.unshare(share)).rejects.toMatchObject({
      cause: { code: 'forbidden' },
    });
    await expect(
      world.as(world.acme.manager).api.contacts.share({ ...share, userId: world.globex.rep.userId }),
    ).rejects.toMatchObject(refused('unknown_reference'));
    const raw = world
      .as(world.acme.otherRep)
      .run((ctx) =>
        ctx.db
          .insertInto('crm.contact_shares')
          .values({ contact_id: made.id, user_id: world.acme.otherRep.userId })
          .execute(),
      );
    await expect(raw).rejects.toMatchObject({ code: '42501' });
  });
});

describe('reassigning', () => {
  it('gives many to another, by ids or by a filter', async () => {
    const made = [await create(world.globex.rep), await create(world.globex.rep)];
    const { api } = world.as(world.globex.manager);
    const ownerId = world.globex.otherRep.userId;
    expect(await api.contacts.reassign({ ids: [made[0].id], ownerId })).toEqual({ changed: 1 });
    expect((await api.contacts.timeline({ id: made[0].id })).items[0]).toMatchObject({
      type: 'contact.owner_changed',
      data: { from: world.globex.rep.userId, to: ownerId },
    });
    const { total } = await api.contacts.list({ ownerId: world.globex.rep.userId });
    expect(
      await world.as(world.globex.manager).run((ctx) => reassignContacts(ctx, world.globex.rep.userId, ownerId)),
    ).toEqual({ changed: total });
  });

  it('is refused to reps and leaves other tenants alone', async () => {
    const foreign = await create(world.globex.otherRep);
    const input = { ids: [foreign.id], ownerId: world.acme.rep.userId };
    await expect(world.as(world.acme.rep).api.contacts.reassign(input)).rejects.toMatchObject({
      cause: { code: 'forbidden' },
    });
    expect(await world.as(world.acme.manager).api.contacts.reassign(input)).toEqual({ changed: 0 });
  });
});
