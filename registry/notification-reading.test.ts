import type { World } from '@aura/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Told, useNotificationWorld } from './notifications.fixture.ts';

const at = useNotificationWorld();
const { told, unread, dealOf } = at;
let world: World;
let acme: World['acme'];
beforeAll(() => ({ world, acme } = at));

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
