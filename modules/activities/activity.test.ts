import { contactsModule } from '@aura/contacts/module';
import { customFieldsModule } from '@aura/custom-fields/module';
import { dealsModule } from '@aura/deals/module';
import { organizationsModule } from '@aura/organizations/module';
import { pipelinesModule } from '@aura/pipelines/module';
import { productsModule } from '@aura/products/module';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activitiesModule } from './module.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld({
    modules: [
      customFieldsModule,
      organizationsModule,
      contactsModule,
      pipelinesModule,
      productsModule,
      dealsModule,
      activitiesModule,
    ],
  });
});
afterAll(() => world.close());

const refusal = (status: number, path?: string) =>
  expect.objectContaining({
    cause: expect.objectContaining({ status, ...(path ? { issues: [expect.objectContaining({ path })] } : {}) }),
  });
const rep = () => world.as(world.acme.rep).api;
const otherRep = () => world.as(world.acme.otherRep).api;
const manager = () => world.as(world.acme.manager).api;
const stranger = () => world.as(world.globex.admin).api;
const subjects = (page: { items: { subject: string }[] }) => page.items.map((item) => item.subject);

async function makeRecords() {
  const organization = await rep().organizations.create({ name: 'Talkative Ltd' });
  const contact = await rep().contacts.create({ lastName: 'Talker', organizationId: organization.id });
  const deal = await rep().deals.create({ name: 'Talks', organizationId: organization.id });
  return { organization, contact, deal };
}

describe('mentions', () => {
  it('are kept with the note and told in its event', async () => {
    const { deal } = await makeRecords();
    const mentionIds = [world.acme.manager.userId, world.acme.manager.userId];
    const note = await rep().activities.create({ type: 'note', subject: 'For @you', dealId: deal.id, mentionIds });
    expect(note.mentionIds).toEqual([world.acme.manager.userId]);
    expect((await manager().activities.list({ dealId: deal.id })).items[0].mentionIds).toEqual(note.mentionIds);
    const { rows } = await world.superuser.query('select data from core.events where entity_id = $1', [note.id]);
    expect(rows[0].data.mentions).toEqual(note.mentionIds);
  });

  it('are members of the workspace', async () => {
    const { deal } = await makeRecords();
    const wanted = { type: 'note', subject: 'For you', dealId: deal.id, mentionIds: [world.globex.rep.userId] };
    await expect(rep().activities.create(wanted)).rejects.toEqual(refusal(422, 'mentionIds'));
  });

  it('are seen with their activity only', async () => {
    const { deal } = await makeRecords();
    const mentionIds = [world.acme.manager.userId];
    const note = await rep().activities.create({ type: 'note', subject: 'For you', dealId: deal.id, mentionIds });
    for (const person of [world.acme.otherRep, world.globex.admin]) {
      const seen = await world
        .as(person)
        .run(({ db }) =>
          db.selectFrom('crm.activity_mentions').selectAll().where('activity_id', '=', note.id).execute(),
        );
      expect(seen).toEqual([]);
    }
  });
});

describe('logging', () => {
  it('links a contact, its organization by itself, a deal and colleagues', async () => {
    const { organization, contact, deal } = await makeRecords();
    const call = await rep().activities.create({
      type: 'call',
      subject: 'First call',
      body: 'Went well',
      outcome: 'Interested',
      durationMinutes: 12,
      occurredAt: '2026-03-04T10:30:00+01:00',
      contactId: contact.id,
      dealId: deal.id,
      participantIds: [world.acme.otherRep.userId],
    });
    expect(call).toMatchObject({
      type: 'call',
      occurredAt: '2026-03-04T09:30:00.000Z',
      organizationId: organization.id,
      organizationName: 'Talkative Ltd',
      contactName: 'Talker',
      dealName: 'Talks',
      participantIds: [world.acme.otherRep.userId],
      authorName: 'Rita Rep',
      archivedAt: null,
      abilities: { archive: true },
    });
  });

  it('refuses links that are not there or not visible, and none at all', async () => {
    const { contact, deal } = await makeRecords();
    const log = (api: ReturnType<typeof rep>, links: object) =>
      api.activities.create({ type: 'note', subject: 'x', ...links });
    await expect(log(rep(), {})).rejects.toEqual(refusal(422));
    await expect(log(otherRep(), { contactId: contact.id })).rejects.toEqual(refusal(422, 'contactId'));
    await expect(log(otherRep(), { dealId: deal.id })).rejects.toEqual(refusal(422, 'dealId'));
    await expect(log(stranger(), { contactId: contact.id })).rejects.toEqual(refusal(422, 'contactId'));
    await expect(log(rep(), { contactId: contact.id, participantIds: [world.globex.rep.userId] })).rejects.toEqual(
      refusal(422, 'participantIds'),
    );
    await expect(rep().activities.create({ type: 'fax', subject: 'x', contactId: contact.id })).rejects.toEqual(
      refusal(422),
    );
    const forged = world
      .as(world.acme.otherRep)
      .run((ctx) =>
        ctx.db.insertInto('crm.activities').values({ type: 'note', subject: 'x', contact_id: contact.id }).execute(),
      );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});

describe('reading', () => {
  it('needs every linked contact and deal to be visible, or authorship', async () => {
    const { organization, contact, deal } = await makeRecords();
    const both = await rep().activities.create({
      type: 'meeting',
      subject: 'About both',
      contactId: contact.id,
      dealId: deal.id,
    });
    const onContact = await rep().activities.create({
      type: 'note',
      subject: 'About the contact',
      contactId: contact.id,
    });
    const onOrganization = await rep().activities.create({
      type: 'note',
      subject: 'About the organization',
      organizationId: organization.id,
    });
    const found = async (api: ReturnType<typeof rep>) =>
      subjects(await api.activities.list({ organizationId: organization.id })).toSorted();
    expect(await found(rep())).toEqual(['About both', 'About the contact', 'About the organization']);
    expect(await found(manager())).toHaveLength(3);
    expect(await found(otherRep())).toEqual(['About the organization']);
    expect(await found(stranger())).toEqual([]);
    await manager().deals.share({ id: deal.id, userId: world.acme.otherRep.userId });
    expect(await found(otherRep())).toEqual(['About the organization']);
    for (const id of [both.id, onContact.id])
      await expect(otherRep().activities.get({ id })).rejects.toEqual(refusal(404));
    await expect(stranger().activities.get({ id: onOrganization.id })).rejects.toEqual(refusal(404));
    await manager().deals.setOwner({ id: deal.id, ownerId: world.acme.otherRep.userId });
    expect(await rep().activities.get({ id: both.id })).toMatchObject({ subject: 'About both', dealName: null });
  });

  it('counts for a rep exactly what the rep sees, whyever it is visible', async () => {
    const { organization, contact, deal } = await makeRecords();
    const theirs = {
      contact: await otherRep().contacts.create({ lastName: 'Not mine' }),
      deal: await otherRep().deals.create({ name: 'Not mine', organizationId: organization.id }),
      shared: await otherRep().contacts.create({ lastName: 'Lent' }),
    };
    await manager().contacts.share({ id: theirs.shared.id, userId: world.acme.rep.userId });
    const log = (api: ReturnType<typeof rep>, subject: string, links: object) =>
      api.activities.create({ type: 'meeting', subject, occurredAt: '1999-09-09T09:00:00Z', ...links });
    await log(rep(), 'Mine', { organizationId: organization.id });
    await log(manager(), 'My contact', { contactId: contact.id });
    await log(manager(), 'My deal', { dealId: deal.id });
    await log(manager(), 'Both mine', { contactId: contact.id, dealId: deal.id });
    await log(otherRep(), 'Lent to me', { contactId: theirs.shared.id });
    await log(otherRep(), 'The organization', { organizationId: organization.id });
    await log(manager(), 'My contact, not my deal', { contactId: contact.id, dealId: theirs.deal.id });
    await log(manager(), 'My deal, not my contact', { contactId: theirs.contact.id, dealId: deal.id });
    await log(otherRep(), 'Not my deal', { dealId: theirs.deal.id });
    const then = { from: '1999-09-09T00:00:00Z', to: '1999-09-10T00:00:00Z' };
    const seen = await rep().activities.list(then);
    expect(subjects(seen).toSorted()).toEqual(
      ['Both mine', 'Lent to me', 'Mine', 'My contact', 'My deal', 'The organization'].toSorted(),
    );
    expect(seen.total).toBe(6);
    expect((await rep().activities.list({ ...then, type: 'call' })).total).toBe(0);
    expect((await manager().activities.list(then)).total).toBe(9);
  });

  it('follows a contact or a deal to its new owner, and through a merge', async () => {
    const { organization, contact, deal } = await makeRecords();
    const kept = await rep().contacts.create({ lastName: 'Kept', organizationId: organization.id });
    const call = { type: 'call', occurredAt: '1998-08-08T08:00:00Z' } as const;
    await manager().activities.create({ ...call, subject: 'The contact', contactId: contact.id });
    await manager().activities.create({ ...call, subject: 'The deal', dealId: deal.id });
    const then = { from: '1998-08-08T00:00:00Z', to: '1998-08-09T00:00:00Z' };
    const seenBy = async (api: ReturnType<typeof rep>) => subjects(await api.activities.list(then)).toSorted();
    expect(await seenBy(rep())).toEqual(['The contact', 'The deal']);
    const ownerId = world.acme.otherRep.userId;
    await manager().contacts.update({ id: contact.id, expectedVersion: contact.version, ownerId });
    await manager().deals.update({ id: deal.id, expectedVersion: deal.version, ownerId });
    expect(await seenBy(rep())).toEqual([]);
    expect(await seenBy(otherRep())).toEqual(['The contact', 'The deal']);
    await manager().contactMerges.merge({ id: kept.id, otherId: contact.id });
    expect(await seenBy(rep())).toEqual(['The contact']);
    expect(await seenBy(otherRep())).toEqual(['The deal']);
    expect(await seenBy(stranger())).toEqual([]);
  });

  it('is filtered, sorted and paged', async () => {
    const { contact } = await makeRecords();
    const log = (type: string, subject: string, occurredAt: string) =>
      rep().activities.create({ type, subject, occurredAt, contactId: contact.id });
    await log('call', 'One', '2026-01-01T00:00:00Z');
    await log('email', 'Two', '2026-01-02T00:00:00Z');
    await log('call', 'Three', '2026-01-03T00:00:00Z');
    const list = async (filter: object) => subjects(await rep().activities.ofContact({ id: contact.id, ...filter }));
    expect(await list({})).toEqual(['Three', 'Two', 'One']);
    expect(await list({ type: 'call', sort: 'occurredAt' })).toEqual(['One', 'Three']);
    expect(await list({ from: '2026-01-02T00:00:00Z', to: '2026-01-02T12:00:00Z' })).toEqual(['Two']);
    expect(await list({ authorId: world.acme.otherRep.userId })).toEqual([]);
    const first = await rep().activities.ofContact({ id: contact.id, limit: 2 });
    expect(await list({ limit: 2, cursor: first.nextCursor })).toEqual(['One']);
    await expect(otherRep().activities.ofContact({ id: contact.id })).rejects.toEqual(refusal(404));
    await expect(
      stranger().activities.createForContact({ id: contact.id, type: 'note', subject: 'x' }),
    ).rejects.toEqual(refusal(404));
  });
});

describe('an activity', () => {
  it('is never changed, by nobody', async () => {
    const { contact } = await makeRecords();
    const note = await rep().activities.create({ type: 'note', subject: 'Carved', contactId: contact.id });
    for (const person of [world.acme.rep, world.acme.admin]) {
      const edit = world
        .as(person)
        .run((ctx) =>
          ctx.db.updateTable('crm.activities').set({ subject: 'Edited' }).where('id', '=', note.id).execute(),
        );
      await expect(edit).rejects.toMatchObject({ code: '42501' });
    }
    await expect(
      world.superuser.query("update crm.activities set subject = 'x' where id = $1", [note.id]),
    ).rejects.toMatchObject({ constraint: 'activities_immutable' });
    const { rest } = world.as(world.acme.rep);
    expect((await rest('PATCH', `/activities/${note.id}`, { body: { subject: 'x' } })).status).toBe(405);
    expect((await rest('DELETE', `/activities/${note.id}`)).status).toBe(405);
  });

  it('is archived by its author or a manager, and leaves lists and timelines', async () => {
    const { contact } = await makeRecords();
    const note = await manager().activities.create({ type: 'note', subject: 'Boss was here', contactId: contact.id });
    await expect(rep().activities.archive({ id: note.id })).rejects.toEqual(refusal(403));
    await expect(otherRep().activities.archive({ id: note.id })).rejects.toEqual(refusal(404));
    await expect(stranger().activities.archive({ id: note.id })).rejects.toEqual(refusal(404));
    const archived = await manager().activities.archive({ id: note.id });
    expect(archived.archivedAt).not.toBeNull();
    expect(await manager().activities.archive({ id: note.id })).toMatchObject({ archivedAt: archived.archivedAt });
    expect(subjects(await rep().activities.ofContact({ id: contact.id }))).toEqual([]);
    expect(subjects(await rep().activities.ofContact({ id: contact.id, archived: true }))).toEqual(['Boss was here']);
  });

  it('is logged as REST', async () => {
    const { contact } = await makeRecords();
    const { rest } = world.as(world.acme.rep);
    const made = await rest('POST', `/contacts/${contact.id}/activities`, {
      body: { type: 'email', subject: 'Quote' },
    });
    const { id } = made.body as { id: string };
    expect([made.status, made.headers.get('location')]).toEqual([201, `/api/v1/activities/${id}`]);
    expect((await rest('GET', `/contacts/${contact.id}/activities`)).body).toMatchObject({ total: 1, items: [{ id }] });
    expect((await rest('GET', `/activities?contactId=${contact.id}&type=email`)).body).toMatchObject({ total: 1 });
    expect((await rest('POST', `/activities/${id}/archive`)).status).toBe(200);
  });
});

describe('a timeline', () => {
  it('merges what happened to a deal with what was done about it, newest first', async () => {
    const { deal } = await makeRecords();
    await rep().deals.update({ id: deal.id, amount: '5' });
    await rep().activities.create({
      type: 'call',
      subject: 'Long ago',
      occurredAt: '2020-01-01T00:00:00Z',
      dealId: deal.id,
    });
    await rep().activities.create({ type: 'note', subject: 'Just now', dealId: deal.id });
    const types = (page: { items: { type: string }[] }) => page.items.map((item) => item.type);
    const whole = await rep().deals.timeline({ id: deal.id });
    expect(types(whole)).toEqual(['activity.note', 'deal.amount_changed', 'deal.created', 'activity.call']);
    expect(whole.items[0]).toMatchObject({ actorName: 'Rita Rep', data: { subject: 'Just now' } });
    const first = await rep().deals.timeline({ id: deal.id, limit: 3 });
    expect(types(await rep().deals.timeline({ id: deal.id, limit: 3, cursor: first.nextCursor }))).toEqual([
      'activity.call',
    ]);
  });
});
