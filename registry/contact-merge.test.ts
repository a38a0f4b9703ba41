import { sql } from '@aura/db';
import { notFound, refused } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MergeWorld, mergeWorld } from './contact-merge.fixture.ts';

let world: MergeWorld['world'];
let api: MergeWorld['api'];
let create: MergeWorld['create'];
let deal: MergeWorld['deal'];
let note: MergeWorld['note'];
let nextName: MergeWorld['nextName'];
beforeAll(async () => {
  ({ world, api, create, deal, note, nextName } = await mergeWorld());
}, 120_000);
afterAll(() => world.close());

describe('merging', () => {
  it('keeps the chosen fields, fills empty ones and takes over what hangs on the other', async () => {
    const organization = await api().organizations.create({ name: nextName() });
    const winner = await create({ firstName: 'Jo', email: 'jo@one.test', customFields: { birthday: '1990-01-01' } });
    const loser = await create({
      firstName: 'Joanna',
      email: 'jo@two.test',
      phone: '+1 555 0100',
      externalId: 'X1',
      organizationId: organization.id,
    });
    const own = await deal([winner.id]);
    const others = await deal([loser.id]);
    const activity = await note(loser.id);
    await api().contacts.share({ id: loser.id, userId: world.acme.rep.userId });
    await api().contacts.escalate({ id: loser.id, reason: 'Who is it?' });
    expect(await api().contactMerges.compare({ id: winner.id, otherId: loser.id })).toMatchObject({
      moves: { activities: 1, deals: 1, shares: 1 },
      differences: expect.arrayContaining([
        { field: 'firstName', label: 'First name', this: 'Jo', other: 'Joanna' },
        { field: 'organizationId', label: 'Organization', this: null, other: organization.name },
        { field: 'customFields.birthday', label: 'Birthday', this: '1990-01-01', other: null },
      ]),
    });
    const answer = await world
      .as(world.acme.manager)
      .rest('POST', `/contacts/${winner.id}/merge`, { body: { otherId: loser.id, fields: { email: 'other' } } });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        id: winner.id,
        firstName: 'Jo',
        email: 'jo@two.test',
        phone: '+1 555 0100',
        externalId: 'X1',
        organizationName: organization.name,
        customFields: { birthday: '1990-01-01' },
        escalatedAt: expect.any(String),
      },
    });
    expect((await api().activities.ofContact({ id: winner.id })).items).toMatchObject([{ id: activity.id }]);
    expect((await api().deals.list({ contactId: winner.id })).total).toBe(2);
    expect((await api().deals.get({ id: others.id })).contactIds).toEqual([winner.id]);
    expect((await api().deals.get({ id: own.id })).contactIds).toEqual([winner.id]);
    // The other's address leads on; its words and its history are the first one's.
    expect(await api().contacts.get({ id: loser.id })).toMatchObject({
      mergedIntoId: winner.id,
      deletedAt: expect.any(String),
      abilities: { update: false, restore: false, merge: false },
    });
    expect((await api(world.acme.rep).contacts.list({ q: 'joanna' })).items).toMatchObject([{ id: winner.id }]);
    const timeline = await api().contacts.timeline({ id: winner.id, limit: 50 });
    const types = timeline.items.map((entry: { type: string; entityId: string }) => entry.type);
    expect(types).toEqual(
      expect.arrayContaining(['contact.merged', 'activity.note', 'contact.escalated', 'contact.shared']),
    );
    await expect(api().contacts.restore({ id: loser.id })).rejects.toMatchObject(refused('merged'));
  });

  it('keeps one link to a deal that knows both, with the part of either', async () => {
    const [winner, loser] = [await create(), await create()];
    const both = await deal([winner.id, loser.id]);
    await world.superuser.query(`update crm.deal_contacts set role = 'Champion' where contact_id = $1`, [loser.id]);
    await api().contactMerges.merge({ id: winner.id, otherId: loser.id });
    expect((await api().deals.get({ id: both.id })).contacts).toMatchObject([{ id: winner.id, role: 'Champion' }]);
  });

  it('gives the owner and the shares that a manager chooses', async () => {
    const winner = await create({ ownerId: world.acme.rep.userId });
    const loser = await create({ ownerId: world.acme.otherRep.userId });
    await api().contacts.share({ id: winner.id, userId: world.acme.otherRep.userId });
    await api().contacts.share({ id: loser.id, userId: world.acme.rep.userId });
    const merged = await api().contactMerges.merge({
      id: winner.id,
      otherId: loser.id,
      fields: { ownerId: 'other', shares: 'other' },
    });
    expect(merged.ownerId).toBe(world.acme.otherRep.userId);
    expect((await api().contacts.shares({ id: winner.id })).items).toMatchObject([{ userId: world.acme.rep.userId }]);
  });
});

describe('refusals', () => {
  it('does not merge a contact with itself, an archived one, an unknown field, a stale version', async () => {
    const [one, two, archived] = [await create(), await create(), await create()];
    await api().contacts.archive({ id: archived.id });
    const { merge } = api().contactMerges;
    await expect(merge({ id: one.id, otherId: one.id })).rejects.toMatchObject(refused('same_contact'));
    await expect(merge({ id: one.id, otherId: archived.id })).rejects.toMatchObject(refused('archived'));
    await expect(merge({ id: archived.id, otherId: one.id })).rejects.toMatchObject(refused('archived'));
    for (const fields of [{ shoeSize: 'this' }, { 'customFields.none': 'other' }, { email: 'both' }])
      await expect(merge({ id: one.id, otherId: two.id, fields })).rejects.toMatchObject({
        cause: { code: 'invalid' },
      });
    for (const versions of [{ expectedVersion: 9 }, { otherVersion: 9 }])
      await expect(merge({ id: one.id, otherId: two.id, ...versions })).rejects.toMatchObject({
        cause: { code: 'version_conflict' },
      });
    const stale = { body: { otherId: two.id }, headers: { 'if-match': '"7"' } };
    expect((await world.as(world.acme.manager).rest('POST', `/contacts/${one.id}/merge`, stale)).status).toBe(412);
    await merge({ id: one.id, otherId: two.id });
    await expect(merge({ id: one.id, otherId: two.id })).rejects.toMatchObject(refused('already_merged'));
  });

  it('lets a rep merge their own two, and no other', async () => {
    const { rep, otherRep } = world.acme;
    const [mine, second, colleagues] = [await create({}, rep), await create({}, rep), await create({}, otherRep)];
    const foreign = await create({}, world.globex.rep);
    const { merge, compare } = api(rep).contactMerges;
    for (const { id } of [colleagues, foreign]) {
      for (const call of [merge, compare]) {
        await expect(call({ id: mine.id, otherId: id })).rejects.toMatchObject(notFound);
        await expect(call({ id, otherId: mine.id })).rejects.toMatchObject(notFound);
      }
    }
    await api().contacts.share({ id: colleagues.id, userId: rep.userId });
    for (const pair of [
      { id: mine.id, otherId: colleagues.id },
      { id: colleagues.id, otherId: mine.id },
    ])
      await expect(merge(pair)).rejects.toMatchObject(refused('not_own'));
    // The database says so too, whatever the service thinks.
    const raw = world.as(rep).run(async ({ db }) => {
      await sql`select crm.merge_contacts(${mine.id}, ${colleagues.id}, '{}', 'both')`.execute(db);
    });
    await expect(raw).rejects.toMatchObject({ code: '42501' });
    const merged = await merge({ id: mine.id, otherId: second.id });
    await expect(api(otherRep).contactMerges.undo({ id: mine.id, mergeId: merged.mergeId })).rejects.toMatchObject(
      notFound,
    );
    await expect(
      api(world.globex.admin).contactMerges.undo({ id: mine.id, mergeId: merged.mergeId }),
    ).rejects.toMatchObject(notFound);
    await expect(api(rep).contactMerges.undo({ id: second.id, mergeId: merged.mergeId })).rejects.toMatchObject(
      notFound,
    );
    expect(await api(rep).contactMerges.undo({ id: mine.id, mergeId: merged.mergeId })).toMatchObject({ kept: [] });
    await expect(api(rep).contactMerges.undo({ id: mine.id, mergeId: merged.mergeId })).rejects.toMatchObject(
      refused('already_unmerged'),
    );
  });

  it('hides the record of a merge from who does not see both sides', async () => {
    const { rep } = world.acme;
    const [mine, colleagues] = [await create({}, rep), await create({}, world.acme.otherRep)];
    await api().contactMerges.merge({ id: mine.id, otherId: colleagues.id });
    expect((await api(rep).contactMerges.list({ id: mine.id })).items).toEqual([]);
    expect((await api().contactMerges.list({ id: mine.id })).items).toMatchObject([
      { otherId: colleagues.id, abilities: { undo: true } },
    ]);
    const forged = world
      .as(rep)
      .run(async ({ db }) =>
        db
          .insertInto('crm.contact_merges')
          .values({ winner_id: mine.id, loser_id: mine.id, changes: '{}', links: '{}', loser: '{}' })
          .execute(),
      );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });

  it('lets one of two merges of a pair at the same time through', async () => {
    const [one, two] = [await create(), await create()];
    const answers = await Promise.allSettled([
      api().contactMerges.merge({ id: one.id, otherId: two.id }),
      api(world.acme.admin).contactMerges.merge({ id: two.id, otherId: one.id }),
      api().contactMerges.merge({ id: one.id, otherId: two.id }),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ cause: { status: 409, reason: 'already_merged' } });
  });
});
