import type { ActorContext } from '@aura/api';
import { type Person, testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { modules } from './modules.ts';

type Told = { id: string; event: string; text: string; href: string; count: number; readAt: string | null };
type Deal = { id: string; version: number };

let world: World;
let acme: World['acme'];
beforeAll(async () => {
  world = await testWorld({ modules: modules as never });
  ({ acme } = world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.superuser.query('delete from core.notifications');
  await world.superuser.query(`update core.memberships set preferences = '{}'`);
});

const told = async (person: Person, filter = {}): Promise<Told[]> =>
  (await world.as(person).api.notifications.list(filter)).items;
const texts = async (person: Person): Promise<string[]> => (await told(person)).map(({ text }) => text);
const unread = async (person: Person): Promise<number> => (await world.as(person).api.notifications.unread()).unread;
const dealOf = (person: Person, name = 'Rollout'): Promise<Deal> => world.as(person).api.deals.create({ name });
const contactOf = (person: Person): Promise<Deal> =>
  world.as(person).api.contacts.create({ firstName: 'Jo', lastName: 'Lee' });
const everyone = (): Person[] => [acme.admin, acme.manager, acme.rep, acme.otherRep];
const whoIsTold = async (): Promise<string[]> => {
  const counts = await Promise.all(
    everyone().map(async (person) => [person.name, (await told(person)).length] as const),
  );
  return counts.filter(([, count]) => count > 0).map(([name]) => name);
};

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
    await world.as(acme.manager).run(async ({ platform, emit: _, ...ctx }: ActorContext) => {
      const events = Array.from({ length: 6_000 }, () => ({
        type: 'deal.owner_changed',
        entity: 'deal',
        entityId: id,
        data: { from: acme.otherRep.userId, to: acme.rep.userId },
      }));
      for (const hook of platform.eventHooks ?? []) await hook.hear({ ...ctx, platform } as ActorContext, events);
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

describe('reading', () => {
  const share = async (count: number): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      const { id } = await dealOf(acme.otherRep, `Deal ${n}`);
      await world.as(acme.manager).api.deals.share({ id, userId: acme.rep.userId });
    }
  };

  test('pages by key, filters by unread, and marks some or all as read', async () => {
    await share(5);
    const { rest, api } = world.as(acme.rep);
    const first = await rest('GET', '/notifications?limit=2');
    expect(first.body).toMatchObject({ items: [{}, {}], total: 5 });
    const { items, nextCursor } = first.body as { items: Told[]; nextCursor: string };
    const second = await rest('GET', `/notifications?limit=3&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ items: [{}, {}, {}], nextCursor: null });
    const marked = await rest('POST', '/notifications/read', { body: { ids: items.map(({ id }) => id) } });
    expect(marked).toMatchObject({ status: 200, body: { unread: 3 } });
    expect((await told(acme.rep, { unread: true })).map(({ readAt }) => readAt)).toEqual([null, null, null]);
    expect((await rest('GET', '/notifications?unread=true')).body).toMatchObject({ total: 3 });
    expect(await api.notifications.read({ all: true })).toEqual({ unread: 0 });
    expect(await told(acme.rep)).toHaveLength(5);
  });

  test.each([
    ['no choice', {}],
    ['both', { ids: ['0193a000-0000-7000-8000-000000000001'], all: true }],
    ['an empty list', { ids: [] }],
    ['what is no id', { ids: ['x'] }],
    ['what is no choice', { all: false }],
    ['an unknown word', { everything: true }],
  ])('refuses %s', async (_, body) => {
    expect((await world.as(acme.rep).rest('POST', '/notifications/read', { body })).status).toBe(422);
  });

  test.each(['limit=0', 'limit=101', 'unread=perhaps', 'cursor=x', 'sort=id'])('refuses %s', async (query) => {
    expect((await world.as(acme.rep).rest('GET', `/notifications?${query}`)).status).toBe(422);
  });

  test('another person’s notification does not exist, for a colleague, a manager or another tenant', async () => {
    await share(1);
    const [mine] = await told(acme.rep);
    for (const person of [acme.otherRep, acme.manager, acme.admin, world.globex.rep, world.globex.admin]) {
      const answer = await world.as(person).rest('POST', '/notifications/read', { body: { ids: [mine?.id] } });
      expect(answer.status).toBe(404);
      expect(await told(person)).toEqual([]);
    }
    expect(await unread(acme.rep)).toBe(1);
  });

  test('the database itself shows nobody else’s, and lets nobody write in another’s name', async () => {
    await share(1);
    for (const person of [acme.otherRep, acme.manager, world.globex.admin]) {
      await world.as(person).run(async ({ db }) => {
        expect(await db.selectFrom('core.notifications').select('id').execute()).toEqual([]);
        const marked = await db.updateTable('core.notifications').set({ read_at: new Date() }).executeTakeFirst();
        expect(marked.numUpdatedRows).toBe(0n);
      });
    }
    const forged = world.as(acme.rep).run(({ db }) =>
      db
        .insertInto('core.notifications')
        .values({
          ...{ user_id: acme.manager.userId, event: 'assigned', entity: 'member', record_count: 1 },
          ...{ record_ids: [acme.manager.userId], actor_id: acme.admin.userId },
        })
        .execute(),
    );
    await expect(forged).rejects.toMatchObject({ code: '42501' });
  });
});

describe('preferences', () => {
  test('what is switched off is not written; the choices of a role are those it can be told of', async () => {
    const { rest } = world.as(acme.rep);
    const before = await rest('GET', '/notifications/preferences');
    const events = (before.body as { items: { event: string }[] }).items.map(({ event }) => event);
    expect(events).not.toContain('escalated');
    const answer = await rest('PATCH', '/notifications/preferences', { body: { shared: false } });
    expect(answer.status).toBe(200);
    expect((answer.body as { items: unknown[] }).items).toContainEqual(
      expect.objectContaining({ event: 'shared', isOn: false, isLocked: false }),
    );
    const { id } = await dealOf(acme.otherRep);
    await world.as(acme.manager).api.deals.share({ id, userId: acme.rep.userId });
    expect(await told(acme.rep)).toEqual([]);
    await rest('PATCH', '/notifications/preferences', { body: { shared: true } });
    const other = await dealOf(acme.otherRep);
    await world.as(acme.manager).api.deals.share({ id: other.id, userId: acme.rep.userId });
    expect(await told(acme.rep)).toHaveLength(1);
  });

  test('other preferences stay, and nonsense among them is no choice', async () => {
    const { api } = world.as(acme.rep);
    await api.me.update({ preferences: { theme: 'dark', notifications: 'nonsense' } });
    await api.notifications.updatePreferences({ shared: false });
    expect((await api.me.get()).preferences).toMatchObject({ theme: 'dark', notifications: { shared: false } });
  });

  test.each([
    ['switching off what must be heard', { role_changed: false }],
    ['an unknown event', { weather: true }],
    ['what is not yes or no', { shared: 'yes' }],
  ])('refuses %s', async (_, body) => {
    expect((await world.as(acme.rep).rest('PATCH', '/notifications/preferences', { body })).status).toBe(422);
  });
});

test('upkeep deletes what was read ninety days ago, and unread ones after a year', async () => {
  const { id } = await dealOf(acme.rep);
  const add = (occurred: string, read: string | null) =>
    world.superuser.query(
      `insert into core.notifications (tenant_id, user_id, event, entity, record_ids, record_count, actor_id, occurred_at, read_at)
       values ($1, $2, 'shared', 'deal', array[$3::uuid], 1, $2, now() - $4::interval, now() - $5::interval)`,
      [acme.tenant.id, acme.rep.userId, id, occurred, read],
    );
  await add('100 days', '91 days');
  await add('100 days', '80 days');
  await add('100 days', null);
  await add('366 days', null);
  await world.superuser.query('select core.tidy_notifications()');
  expect(await told(acme.rep)).toHaveLength(2);
});
