import type { ActorContext } from '@aura/api';
import type { World } from '@aura/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { useNotificationWorld } from './notifications.fixture.ts';

const at = useNotificationWorld();
const { told, texts, unread, dealOf, contactOf, whoIsTold } = at;
let world: World;
let acme: World['acme'];
beforeAll(() => ({ world, acme } = at));

describe('who is told of what', () => {
  test('a new owner, of a deal, a contact and an organization; neither the giver nor the former owner', async () => {
    const { api } = world.as(acme.manager);
    const [deal, contact] = [await dealOf(acme.rep), await contactOf(acme.rep)];
    const organization = await api.organizations.create({ name: 'Acme Corp', ownerId: acme.rep.userId });
    await api.deals.update({ id: deal.id, ownerId: acme.otherRep.userId });
    await api.contacts.update({ id: contact.id, ownerId: acme.otherRep.userId });
    await api.organizations.update({ id: organization.id, ownerId: acme.otherRep.userId });
    expect(await texts(acme.otherRep)).toEqual([
      'Mara Manager assigned the organization Acme Corp to you',
      'Mara Manager assigned the contact Jo Lee to you',
      'Mara Manager assigned the deal Rollout to you',
    ]);
    expect((await told(acme.otherRep)).at(-1)).toMatchObject({
      event: 'assigned',
      href: `/deals/${deal.id}`,
      record: { id: deal.id, name: 'Rollout' },
      count: 1,
      readAt: null,
    });
    expect(await whoIsTold()).toEqual(['Otto Rep']);
  });

  test('a bulk change is one notification, with the number that its reader sees', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, async (_, n) => (await dealOf(acme.rep, `Deal ${n}`)).id));
    await world.as(acme.manager).api.deals.reassign({ ids, ownerId: acme.otherRep.userId });
    expect(await texts(acme.otherRep)).toEqual(['Mara Manager assigned 5 deals to you']);
    expect(await unread(acme.otherRep)).toBe(1);
    await world.as(acme.manager).api.deals.reassign({ ids: ids.slice(2), ownerId: acme.rep.userId });
    expect(await texts(acme.otherRep)).toEqual(['Mara Manager assigned 2 deals to you']);
  });

  test('more records than are kept are said to be more, and are still one', async () => {
    const { id } = await dealOf(acme.rep);
    await world.as(acme.manager).run(async (ctx: ActorContext) => {
      const events = Array.from({ length: 6_000 }, () => ({
        type: 'deal.owner_changed',
        entity: 'deal',
        entityId: id,
        data: { from: acme.otherRep.userId, to: acme.rep.userId },
      }));
      for (const hook of ctx.platform.eventHooks ?? []) await hook.hear(ctx, events);
    });
    expect(await texts(acme.rep)).toEqual(['Mara Manager assigned more than 5,000 deals to you']);
  });

  test('whom a record is shared with; and nothing of it is left when the share is taken back', async () => {
    const [deal, contact] = [await dealOf(acme.otherRep), await contactOf(acme.otherRep)];
    const { api } = world.as(acme.manager);
    await api.deals.share({ id: deal.id, userId: acme.rep.userId });
    await api.contacts.share({ id: contact.id, userId: acme.rep.userId });
    expect(await texts(acme.rep)).toEqual([
      'Mara Manager shared the contact Jo Lee with you',
      'Mara Manager shared the deal Rollout with you',
    ]);
    const [newest] = await told(acme.rep);
    await api.contacts.unshare({ id: contact.id, userId: acme.rep.userId });
    await api.deals.unshare({ id: deal.id, userId: acme.rep.userId });
    expect(await told(acme.rep)).toEqual([]);
    expect(await unread(acme.rep)).toBe(0);
    expect((await world.as(acme.rep).rest('GET', '/notifications')).body).toMatchObject({ items: [], total: 0 });
    const read = await world.as(acme.rep).rest('POST', '/notifications/read', { body: { ids: [newest?.id] } });
    expect(read.status).toBe(404);
  });

  test('the owner of a deal or contact, when a colleague logs an activity; not of what they cannot see', async () => {
    const [deal, contact] = [await dealOf(acme.rep), await contactOf(acme.rep)];
    const others = await dealOf(acme.otherRep);
    const { api } = world.as(acme.manager);
    await api.activities.create({ type: 'call', subject: 'Asked for a quote', dealId: deal.id, contactId: contact.id });
    await world.as(acme.rep).api.activities.create({ type: 'note', subject: 'My own', dealId: deal.id });
    expect(await texts(acme.rep)).toEqual(['Mara Manager logged “Asked for a quote” on Rollout']);
    // About their contact and about a deal that is not theirs: the activity itself is hidden.
    await api.activities.create({ type: 'note', subject: 'Hidden', contactId: contact.id, dealId: others.id });
    expect(await texts(acme.rep)).toHaveLength(1);
    expect(await unread(acme.rep)).toBe(1);
  });

  test('who is mentioned, once, also on a record of their own', async () => {
    const { id } = await dealOf(acme.rep);
    await world.as(acme.manager).run(async (ctx) => {
      const activity = await ctx.db
        .insertInto('crm.activities')
        .values({ type: 'note', subject: 'Look at this', deal_id: id })
        .returning('id')
        .executeTakeFirstOrThrow();
      const mentions = [acme.rep.userId, acme.admin.userId, acme.manager.userId, acme.otherRep.userId];
      const data = { dealId: id, mentions };
      await ctx.emit({ type: 'activity.created', entity: 'activity', entityId: activity.id, data });
    });
    expect(await texts(acme.rep)).toEqual(['Mara Manager mentioned you in “Look at this” on Rollout']);
    // Otto is named too, but cannot see the deal.
    expect(await whoIsTold()).toEqual(['Ada Admin', 'Rita Rep']);
  });

  test('managers and admins, of an escalation; of a won deal only who asked for it', async () => {
    const { id } = await dealOf(acme.rep);
    await world.as(acme.rep).api.deals.escalate({ id, reason: 'Stuck' });
    expect(await whoIsTold()).toEqual(['Ada Admin', 'Mara Manager']);
    expect(await texts(acme.manager)).toEqual(['Rita Rep escalated the deal Rollout']);
    await world.as(acme.manager).api.notifications.updatePreferences({ deal_won: true });
    const { items } = await world.as(acme.rep).api.pipelines.list({});
    const stages = await world.as(acme.rep).api.stages.list({ id: items[0].id });
    const won = stages.items.find(({ kind }: { kind: string }) => kind === 'won');
    await world.as(acme.rep).api.deals.update({ id, stageId: won.id });
    expect((await texts(acme.manager))[0]).toBe('Rita Rep won the deal Rollout');
    expect(await told(acme.admin)).toHaveLength(1);
  });

  test('whose role changes, even if everything is switched off', async () => {
    const all = { assigned: false, shared: false, mentioned: false, activity_logged: false };
    await world.as(acme.otherRep).api.notifications.updatePreferences(all);
    await world.as(acme.admin).api.members.update({ id: acme.otherRep.userId, role: 'manager' });
    expect(await texts(acme.otherRep)).toEqual(['Ada Admin made you a manager']);
    await world.as(acme.admin).api.members.update({ id: acme.otherRep.userId, role: 'sales_rep' });
  });

  test('who invited somebody that joined', async () => {
    await world.as(acme.manager).api.invitations.create({ email: 'new@acme.test', role: 'sales_rep' });
    const link = world.mails.find(({ to }) => to === 'new@acme.test')?.links[0] ?? '';
    const token = new URL(link).searchParams.get('token');
    await world.anonymous(acme).api.invitations.accept({ token, name: 'Nia New', password: 'a long enough sentence' });
    expect(await told(acme.manager)).toMatchObject([
      { text: 'Nia New accepted your invitation', href: '/settings/members', event: 'invitation_accepted' },
    ]);
  });

  test('the maker of a file; what an import brings in is nobody else’s news', async () => {
    const { id } = await dealOf(acme.rep);
    await world.as(acme.manager).run(async (ctx) => {
      const data = { created: 1_200, updated: 3, skipped: 0, failed: 0, isDryRun: false };
      await ctx.emit({ type: 'deal.owner_changed', entity: 'deal', entityId: id, data: { to: acme.otherRep.userId } });
      await ctx.emit({ type: 'import.done', entity: 'import', entityId: id, data });
    });
    await world.as(acme.manager).run(async (ctx) => {
      await ctx.emit({ type: 'export.done', entity: 'export', entityId: id, data: { scope: 'deals', rows: 12 } });
      await ctx.emit({ type: 'import.done', entity: 'contact', entityId: id, data: { isDryRun: true } });
    });
    expect(await told(acme.manager)).toMatchObject([
      { text: 'Your export is ready: 12 rows', href: '/settings/data' },
      { text: 'Your import has finished: 1,200 created, 3 updated', href: `/import/${id}` },
    ]);
    expect(await whoIsTold()).toEqual(['Mara Manager']);
  });

  test('nobody of a change that is rolled back, and nobody who is deactivated', async () => {
    const { id } = await dealOf(acme.rep);
    const change = world.as(acme.manager).run(async (ctx) => {
      await ctx.emit({ type: 'deal.shared', entity: 'deal', entityId: id, data: { userId: acme.rep.userId } });
      throw new Error('undone');
    });
    await expect(change).rejects.toThrow('undone');
    await world.superuser.query(`update core.memberships set status = 'deactivated' where user_id = $1`, [
      acme.otherRep.userId,
    ]);
    await world.as(acme.manager).run(async (ctx) => {
      await ctx.emit({ type: 'deal.shared', entity: 'deal', entityId: id, data: { userId: acme.otherRep.userId } });
    });
    const { rows } = await world.superuser.query('select from core.notifications');
    expect(rows).toHaveLength(0);
    await world.superuser.query(`update core.memberships set status = 'active' where user_id = $1`, [
      acme.otherRep.userId,
    ]);
  });
});
