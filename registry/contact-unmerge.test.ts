import { refused } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MergeWorld, mergeWorld, stateOf } from './contact-merge.fixture.ts';

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

describe('taking a merge back', () => {
  it('ends where it began, in every table', async () => {
    const { rep, otherRep } = world.acme;
    const organization = await api().organizations.create({ name: nextName() });
    const winner = await create({
      firstName: 'Ann',
      email: 'ann@one.test',
      ownerId: rep.userId,
      customFields: { birthday: '1990-01-01' },
    });
    const loser = await create({
      firstName: 'Anne',
      email: 'ann@two.test',
      phone: '020 7946 0958',
      externalId: 'X2',
      ownerId: otherRep.userId,
      organizationId: organization.id,
      title: 'Buyer',
    });
    await deal([winner.id]);
    await deal([loser.id]);
    const both = await deal([winner.id, loser.id]);
    await world.superuser.query(
      `update crm.deal_contacts set role = 'Champion' where contact_id = $1 and deal_id = $2`,
      [loser.id, both.id],
    );
    await note(loser.id, otherRep);
    const archived = await note(loser.id, otherRep);
    await api().activities.archive({ id: archived.id });
    await note(winner.id);
    await api().contacts.share({ id: winner.id, userId: otherRep.userId });
    await api().contacts.share({ id: loser.id, userId: rep.userId });
    await api().contacts.escalate({ id: loser.id });
    for (const shares of ['this', 'both', 'other'] as const) {
      const before = await stateOf(world);
      const fields = {
        shares,
        email: 'other',
        ownerId: 'other',
        'customFields.birthday': 'other',
        firstName: 'other',
      } as const;
      const { mergeId } = await api().contactMerges.merge({ id: winner.id, otherId: loser.id, fields });
      expect(await stateOf(world)).not.toEqual(before);
      const undone = await world
        .as(world.acme.manager)
        .rest('POST', `/contacts/${winner.id}/unmerge`, { body: { mergeId } });
      expect(undone).toMatchObject({
        status: 200,
        body: { kept: [], contact: { email: 'ann@one.test' }, other: { email: 'ann@two.test' } },
      });
      expect(await stateOf(world)).toEqual(before);
    }
  });

  it.each([
    [0, 1],
    [1, 0],
  ])('takes two merges into one back in either order (%i, %i)', async (first, second) => {
    const [a, b, c] = [
      await create({ email: `a${nextName()}@chain.test` }),
      await create({ email: `b${nextName()}@chain.test`, title: 'B', phone: '+31 6 12345678' }),
      await create({ email: `c${nextName()}@chain.test`, title: 'C', phone: '+31 6 87654321' }),
    ];
    await deal([b.id, c.id]);
    await deal([a.id, b.id, c.id]);
    await deal([c.id]);
    for (const each of [a, b, c]) await note(each.id);
    for (const each of [b, c]) await api().contacts.share({ id: each.id, userId: world.acme.rep.userId });
    await world.superuser.query(`update crm.deal_contacts set role = 'Buyer' where contact_id = $1`, [c.id]);
    const before = await stateOf(world);
    const fields = { email: 'other', phone: 'other', title: 'other' } as const;
    const merges = [
      await api().contactMerges.merge({ id: a.id, otherId: b.id, fields }),
      await api().contactMerges.merge({ id: a.id, otherId: c.id, fields }),
    ];
    const undo = (index: number) => api().contactMerges.undo({ id: a.id, mergeId: merges[index].mergeId });
    expect(await undo(first)).toMatchObject({ kept: [] });
    const standing = first === 0 ? c : b;
    expect(await api().contacts.get({ id: a.id })).toMatchObject({ title: standing.title, phone: standing.phone });
    expect((await api().deals.list({ contactId: a.id })).total).toBe(standing === c ? 3 : 2);
    expect((await api().contacts.shares({ id: a.id })).items).toHaveLength(1);
    expect(await undo(second)).toMatchObject({ kept: [] });
    expect(await stateOf(world)).toEqual(before);
  });

  it('leaves what was changed since, and says what', async () => {
    const winner = await create({ title: 'Buyer' });
    const loser = await create({ title: 'Boss', phone: '+1 555 0101', email: `l${nextName()}@kept.test` });
    const theirs = await deal([loser.id]);
    const { mergeId } = await api().contactMerges.merge({
      id: winner.id,
      otherId: loser.id,
      fields: { title: 'other' },
    });
    await api().contacts.update({ id: winner.id, title: 'Chair' });
    await api().deals.update({ id: theirs.id, contactIds: [] });
    const since = await note(winner.id);
    expect(await api().contactMerges.undo({ id: winner.id, mergeId })).toMatchObject({
      kept: ['title', 'deals'],
      contact: { title: 'Chair', phone: null, email: null },
      other: { title: 'Boss', phone: '+1 555 0101', deletedAt: null, mergedIntoId: null },
    });
    expect((await api().activities.ofContact({ id: winner.id })).items).toMatchObject([{ id: since.id }]);
    const { items } = await api().contacts.timeline({ id: winner.id });
    expect(items.map(({ type }: { type: string }) => type)).toContain('activity.note');
    expect(items.find(({ type }: { type: string }) => type === 'contact.unmerged')).toMatchObject({
      data: { kept: ['title', 'deals'] },
    });
  });

  it('waits while the address belongs to someone else, or while the contact went on into a third', async () => {
    const [winner, third] = [await create(), await create()];
    const email = `taken${nextName()}@kept.test`;
    const loser = await create({ email });
    const { mergeId } = await api().contactMerges.merge({ id: winner.id, otherId: loser.id });
    await api().contacts.update({ id: winner.id, email: null });
    const taker = await create({ email });
    const undo = () => api().contactMerges.undo({ id: winner.id, mergeId });
    await expect(undo()).rejects.toMatchObject({ cause: { reason: 'duplicate_email', current: { id: taker.id } } });
    await api().contacts.archive({ id: taker.id });
    const next = await api().contactMerges.merge({ id: third.id, otherId: winner.id });
    await expect(undo()).rejects.toMatchObject(refused('archived'));
    await api().contactMerges.undo({ id: third.id, mergeId: next.mergeId });
    expect(await undo()).toMatchObject({ kept: ['email'], other: { email } });
  });

  it('writes both steps into the audit log', async () => {
    const [winner, loser] = [await create(), await create()];
    const { mergeId } = await api().contactMerges.merge({ id: winner.id, otherId: loser.id });
    await api().contactMerges.undo({ id: winner.id, mergeId });
    const { rows } = await world.superuser.query(
      'select action from audit.events where entity_id = any ($1) order by id',
      [[mergeId, loser.id]],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'contact.created',
      'contact_merge.created',
      'contact.archived',
      'contact_merge.updated',
      'contact.restored',
    ]);
  });
});
