import { authRouter, resolveSession } from '@aura/identity';
import { EVERYONE } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { membersModule } from './module.ts';

const identity = {
  id: 'identity',
  permissions: { 'me:read': EVERYONE, 'deal:update': EVERYONE },
  routers: { auth: authRouter },
};
let world: World;
const handedOver: object[] = [];
beforeAll(async () => {
  world = await testWorld({
    modules: [identity, membersModule],
    platform: {
      reassignHooks: [
        async (ctx, change) => {
          await ctx.emit({ type: 'records.reassigned', entity: 'member', entityId: change.fromUserId });
          handedOver.push(change);
          return 3;
        },
        async () => 4,
      ],
    },
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.superuser.query(`update core.memberships set status = 'active', manager_id = null`);
  for (const { admin, manager, rep, otherRep } of [world.acme, world.globex]) {
    for (const { userId, role } of [admin, manager, rep, otherRep])
      await world.superuser.query('update core.memberships set role = $2 where user_id = $1', [userId, role]);
  }
});

const admin = () => world.as(world.acme.admin);
const member = (userId: string) => `/members/${userId}`;

describe('members', () => {
  it('are all listed to everyone, those who left too, and nobody of another workspace', async () => {
    await admin().api.members.deactivate({ id: world.acme.otherRep.userId });
    const { items, total } = await world.as(world.acme.rep).api.members.list({});
    expect(items.map(({ name, status }: { name: string; status: string }) => [name, status])).toEqual([
      ['Ada Admin', 'active'],
      ['Mara Manager', 'active'],
      ['Otto Rep', 'deactivated'],
      ['Rita Rep', 'active'],
    ]);
    expect(total).toBe(4);
    expect((await world.as(world.acme.rep).api.members.names()).items).toHaveLength(4);
    expect(items[0]).toMatchObject({
      userId: world.acme.admin.userId,
      email: 'ada.admin@acme.test',
      role: 'admin',
      abilities: { update: false, deactivate: false },
    });
  });

  it('are found by role, status and a part of the name or address, page by page', async () => {
    const { rest } = admin();
    const ask = async (query: string) =>
      (await rest('GET', `/members?${query}`)).body as { items: { name: string }[]; nextCursor: string | null };
    expect((await ask('role=sales_rep')).items).toHaveLength(2);
    expect((await ask('status=deactivated')).items).toHaveLength(0);
    expect((await ask('q=MARA')).items).toEqual([expect.objectContaining({ name: 'Mara Manager' })]);
    expect((await ask('q=%25')).items).toHaveLength(0);
    const first = await ask('limit=3&sort=-name');
    const second = await ask(`limit=3&sort=-name&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      'Rita Rep',
      'Otto Rep',
      'Mara Manager',
      'Ada Admin',
    ]);
    expect((await rest('GET', '/members?status=gone')).status).toBe(422);
  });

  it('of another workspace are not there', async () => {
    const { userId } = world.globex.rep;
    const { rest } = admin();
    expect((await rest('GET', member(userId))).status).toBe(404);
    expect((await rest('PATCH', member(userId), { body: { role: 'admin' } })).status).toBe(404);
    expect((await rest('POST', `${member(userId)}/deactivate`, { body: {} })).status).toBe(404);
    expect((await rest('POST', `${member(userId)}/reactivate`)).status).toBe(404);
    expect(
      (await world.superuser.query('select role, status from core.memberships where user_id = $1', [userId])).rows,
    ).toEqual([{ role: 'sales_rep', status: 'active' }]);
  });

  it('get role, department, title and manager from admins only', async () => {
    const { userId } = world.acme.rep;
    const body = { role: 'manager', department: 'North', title: 'Lead', managerId: world.acme.manager.userId };
    for (const person of [world.acme.rep, world.acme.manager])
      expect((await world.as(person).rest('PATCH', member(userId), { body })).status).toBe(403);
    expect((await admin().rest('PATCH', member(userId), { body })).body).toMatchObject({
      ...body,
      abilities: { update: true, deactivate: true },
    });
    expect((await admin().rest('PATCH', member(userId), { body: { managerId: null, title: '' } })).body).toMatchObject({
      managerId: null,
      title: null,
      department: 'North',
    });
    const { rows } = await world.superuser.query(
      `select data from core.events where type = 'member.role_changed' and entity_id = $1`,
      [userId],
    );
    expect(rows).toEqual([{ data: { from: 'sales_rep', to: 'manager' } }]);
    const { rows: audited } = await world.superuser.query(
      `select actor_id, detail from audit.events where action = 'member.updated' and entity_id = $1 and detail ? 'role' order by occurred_at desc`,
      [userId],
    );
    expect(audited).toContainEqual({
      actor_id: world.acme.admin.userId,
      detail: expect.objectContaining({ role: ['sales_rep', 'manager'] }),
    });
  });

  it.each([
    { role: 'owner' },
    { email: 'x@y.test' },
    { status: 'active' },
    { tenantId: 'x' },
    { name: '' },
    { managerId: 'x' },
  ])('refuse %o', async (body) => {
    expect((await admin().rest('PATCH', member(world.acme.rep.userId), { body })).status).toBe(422);
  });

  it('report to an active colleague, never in a circle', async () => {
    const { admin: ada, manager, rep, otherRep } = world.acme;
    const put = (userId: string, managerId: string) => admin().rest('PATCH', member(userId), { body: { managerId } });
    expect((await put(rep.userId, manager.userId)).status).toBe(200);
    expect((await put(manager.userId, ada.userId)).status).toBe(200);
    for (const managerId of [ada.userId, rep.userId, manager.userId, world.globex.manager.userId]) {
      expect(await put(ada.userId, managerId)).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'managerId' }] },
      });
    }
    await admin().api.members.deactivate({ id: otherRep.userId });
    expect((await put(rep.userId, otherRep.userId)).status).toBe(422);
  });

  it('are not changed by a stale request', async () => {
    const { body } = await admin().rest('GET', member(world.acme.rep.userId));
    const { version } = body as { version: number };
    const stale = await admin().rest('PATCH', member(world.acme.rep.userId), {
      body: { title: 'Late' },
      headers: { 'if-match': `"${version + 1}"` },
    });
    expect([stale.status, stale.body]).toEqual([
      412,
      expect.objectContaining({ current: expect.objectContaining({ version }) }),
    ]);
  });

  it('cannot raise themselves by SQL under the application’s role', async () => {
    for (const person of [world.acme.rep, world.acme.manager]) {
      await expect(
        world
          .as(person)
          .run(({ db }) =>
            db.updateTable('core.memberships').set({ role: 'admin' }).where('user_id', '=', person.userId).execute(),
          ),
      ).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('deactivating a member', () => {
  it('ends every way in at once, hands the open records over, and tells of it', async () => {
    const { rep, otherRep, tenant } = world.acme;
    const answer = await admin().rest('POST', `${member(rep.userId)}/deactivate`, {
      body: { reassignTo: otherRep.userId },
    });
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({
        status: 'deactivated',
        reassigned: 7,
        abilities: { update: true, deactivate: false, reactivate: true },
      }),
    ]);
    expect(handedOver.at(-1)).toEqual({ fromUserId: rep.userId, toUserId: otherRep.userId });
    await expect(resolveSession(world.platform, { tenant, cookie: rep.token, requestId: 'r' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect((await world.as(rep).rest('GET', '/members')).status).toBe(401);
    const { rows } = await world.superuser.query(
      'select from identity.sessions where user_id = $1 and revoked_at is null',
      [rep.userId],
    );
    expect(rows).toEqual([]);
    const { rows: events } = await world.superuser.query(
      `select data from core.events where type = 'member.deactivated' and entity_id = $1`,
      [rep.userId],
    );
    expect(events).toContainEqual({ data: { reassignTo: otherRep.userId, reassigned: 7 } });
  });

  it('is for admins, of others, to an active heir, once', async () => {
    const { rep, otherRep, manager, admin: ada } = world.acme;
    const deactivate = (userId: string, body: object = {}, as = ada) =>
      world.as(as).rest('POST', `${member(userId)}/deactivate`, { body });
    expect((await deactivate(otherRep.userId, {}, manager)).status).toBe(403);
    expect(await deactivate(ada.userId)).toMatchObject({ status: 403, body: { code: 'own_account' } });
    for (const reassignTo of [otherRep.userId, world.globex.rep.userId]) {
      expect(await deactivate(otherRep.userId, { reassignTo })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'reassignTo' }] },
      });
    }
    expect((await deactivate(otherRep.userId)).status).toBe(200);
    expect(await deactivate(otherRep.userId)).toMatchObject({ status: 409, body: { code: 'already_deactivated' } });
    expect((await deactivate(manager.userId, { reassignTo: otherRep.userId })).status).toBe(422);
    void rep;
  });

  it('leaves everything as it was when a module cannot hand over', async () => {
    const { rep, otherRep } = world.acme;
    const events = async () => Number((await world.superuser.query('select count(*) from core.events')).rows[0].count);
    const before = await events();
    const failing = {
      ...world.platform,
      reassignHooks: [...(world.platform.reassignHooks ?? []), async () => Promise.reject(new Error('no'))],
    };
    await expect(
      admin().run(async (ctx) => {
        const { deactivateMember } = await import('./member.service.ts');
        return deactivateMember({ ...ctx, platform: failing }, { id: rep.userId, reassignTo: otherRep.userId });
      }),
    ).rejects.toThrow('no');
    expect(await events()).toBe(before);
    expect(
      (await world.superuser.query('select status from core.memberships where user_id = $1', [rep.userId])).rows,
    ).toEqual([{ status: 'active' }]);
  });

  it('is undone by reactivating, and no earlier session comes back to life', async () => {
    const { rep, tenant } = world.acme;
    await admin().api.members.deactivate({ id: rep.userId });
    expect(await admin().api.members.reactivate({ id: rep.userId })).toMatchObject({
      status: 'active',
      deactivatedAt: null,
    });
    await expect(resolveSession(world.platform, { tenant, cookie: rep.token, requestId: 'r' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    expect((await admin().rest('POST', `${member(rep.userId)}/reactivate`)).status).toBe(409);
  });
});

describe('the last admin', () => {
  it('can neither step down nor be taken away', async () => {
    const { admin: ada } = world.acme;
    expect(await admin().rest('PATCH', member(ada.userId), { body: { role: 'manager' } })).toMatchObject({
      status: 409,
      body: { code: 'last_admin' },
    });
  });

  it('is left when two admins demote each other, or themselves, at the same time', async () => {
    const { admin: ada, manager: mara, tenant } = world.acme;
    for (const mode of ['each other', 'themselves']) {
      await world.superuser.query(
        `update core.memberships set role = 'admin' where tenant_id = $1 and user_id in ($2, $3)`,
        [tenant.id, ada.userId, mara.userId],
      );
      const [first, second] = mode === 'each other' ? [mara, ada] : [ada, mara];
      const demote = (by: typeof ada, userId: string) =>
        world.as({ ...by, role: 'admin' }).rest('PATCH', member(userId), { body: { role: 'sales_rep' } });
      const answers = await Promise.all([demote(ada, first.userId), demote(mara, second.userId)]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const { rows } = await world.superuser.query(
        `select from core.memberships where tenant_id = $1 and role = 'admin' and status = 'active'`,
        [tenant.id],
      );
      expect(rows).toHaveLength(1);
    }
  });
});

describe('roles', () => {
  it('are three, with what each may do', async () => {
    const { items } = await world.as(world.acme.rep).api.roles.list();
    expect(items.map(({ key }: { key: string }) => key)).toEqual(['admin', 'manager', 'sales_rep']);
    expect(items[0].permissions).toEqual([
      'deal:update',
      'invitation:create',
      'invitation:read',
      'me:read',
      'member:manage',
      'member:read',
    ]);
    expect(items[2].permissions).toEqual(['deal:update', 'me:read', 'member:read']);
  });
});
