import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { entranceOf } from './entrance.fixture.ts';
import { createBuiltInProvider } from './identity-provider.ts';
import { identityModule } from './module.ts';
import { verifyPassword } from './password.ts';
import { setPassword } from './password-reset.service.ts';
import { resolveSession } from './session-resolver.service.ts';
import { proveByPassword } from './sign-in.service.ts';

const password = 'the tide is out today';
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
  for (const { admin, rep, manager } of [world.acme, world.globex]) {
    for (const { userId } of [admin, rep, manager]) await setPassword(world.platform.identity, { userId, password });
  }
});
afterAll(() => world.close());

const acme = () => entranceOf(world, world.acme);
const globex = () => entranceOf(world, world.globex);
const auditOf = async (action: string) =>
  (await world.superuser.query('select tenant_id, actor_id, detail from audit.events where action = $1', [action]))
    .rows;

describe('signing in with a password', () => {
  it('opens a session whose cookie is for this host alone, and whose secret is nowhere in the database', async () => {
    const { header, cookie, output } = await acme().signIn({ email: world.acme.rep.email.toUpperCase(), password });
    expect(header).toMatch(/^__Host-aura=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=7776000$/);
    expect(JSON.stringify(output)).not.toContain(cookie);
    expect((await acme().rest('GET', '/me', { cookie })).body).toMatchObject({
      userId: world.acme.rep.userId,
      role: 'sales_rep',
    });
    const { rows } = await world.superuser.query('select c.*::text as row from identity.credentials c');
    expect(rows.some((row: { row: string }) => row.row.includes(cookie))).toBe(false);
    expect(await auditOf('session.opened')).toContainEqual(
      expect.objectContaining({ actor_id: world.acme.rep.userId, tenant_id: world.acme.tenant.id }),
    );
  });

  it('ends with the browser when it is not to be remembered', async () => {
    const { header } = await acme().signIn({ email: world.acme.rep.email, password, remember: false });
    expect(header).not.toContain('Max-Age');
  });

  it('says the same to a wrong password, an unknown address, a stranger and a person without a password', async () => {
    const proofs = [
      { email: world.acme.rep.email, password: 'not the password' },
      { email: 'nobody@nowhere.test', password },
      { email: world.globex.rep.email, password },
      { email: world.acme.otherRep.email, password },
    ];
    const answers = await Promise.all(proofs.map((body) => acme().rest('POST', '/auth/token', { body })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(new Set(answers.map(({ body }) => [body['code'], body['detail']].join(' ')))).toHaveLength(1);
    expect(await auditOf('session.refused')).toContainEqual(
      expect.objectContaining({ actor_id: world.globex.rep.userId, tenant_id: world.acme.tenant.id }),
    );
  });

  it('does the same work for an unknown address as for a known one', async () => {
    const verify = vi.fn<typeof verifyPassword>(verifyPassword);
    const provider = createBuiltInProvider(world.platform.identity, verify);
    await provider.identify({ email: world.acme.rep.email, password: 'wrong' });
    await provider.identify({ email: 'nobody@nowhere.test', password: 'wrong' });
    await provider.identify({ email: world.acme.otherRep.email, password: 'wrong' });
    expect(verify).toHaveBeenCalledTimes(3);
  });

  it('is closed after ten wrong passwords for that address only, and right ones do not count', async () => {
    const { email } = world.acme.rep;
    const ctx = acme().contextOf({ ip: '198.51.100.7' });
    for (let n = 0; n < 12; n += 1) await proveByPassword(ctx, { email, password });
    for (let n = 0; n < 10; n += 1)
      await expect(proveByPassword(ctx, { email, password: 'wrong' })).rejects.toMatchObject({
        code: 'unauthenticated',
      });
    await expect(proveByPassword(ctx, { email, password })).rejects.toMatchObject({
      code: 'rate_limited',
      retryAfterS: 900,
    });
    await expect(proveByPassword(acme().contextOf({ ip: '203.0.113.9' }), { email, password })).resolves.toMatchObject({
      role: 'sales_rep',
    });
  });

  it('lets of a hundred guesses at once only ten be tried', async () => {
    const ctx = acme().contextOf({ ip: '198.51.100.8' });
    const verify = vi.fn<typeof verifyPassword>(async () => false);
    const provider = createBuiltInProvider(world.platform.identity, verify);
    await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        proveByPassword(ctx, { email: world.acme.admin.email, password: 'guess' }, provider),
      ),
    );
    expect(verify).toHaveBeenCalledTimes(10);
    // The ninety that were refused did not close the account to its owner.
    const owner = acme().contextOf({ ip: '203.0.113.10' });
    await expect(proveByPassword(owner, { email: world.acme.admin.email, password })).resolves.toMatchObject({
      role: 'admin',
    });
  });

  it('is closed to an address after fifty wrong ones, whoever they are for', async () => {
    const ctx = acme().contextOf({ ip: '198.51.100.9' });
    const provider = createBuiltInProvider(world.platform.identity, async () => false);
    for (let n = 0; n < 50; n += 1)
      await proveByPassword(ctx, { email: `guess-${n}@acme.test`, password: 'x' }, provider).catch(() => undefined);
    await expect(proveByPassword(ctx, { email: world.acme.manager.email, password })).rejects.toMatchObject({
      code: 'rate_limited',
    });
  });

  it('is not possible on the root host', async () => {
    expect(
      (await entranceOf(world, null).rest('POST', '/auth/token', { body: { email: world.acme.rep.email, password } }))
        .status,
    ).toBe(404);
  });
});

describe('a session', () => {
  const setSession = (sessionId: string, set: string) =>
    world.superuser.query(`update identity.sessions set ${set} where id = $1`, [sessionId]);
  const enter = async () => {
    const { cookie } = await acme().signIn({ email: world.acme.manager.email, password });
    const { actor } = await resolveSession(world.platform, { tenant: world.acme.tenant, cookie, requestId: 'r' });
    return { cookie, sessionId: actor.sessionId };
  };
  const statusOf = async (cookie: string) => (await acme().rest('GET', '/me', { cookie })).status;

  it('of another workspace is refused with tenant_mismatch', async () => {
    const { cookie } = await enter();
    expect(await globex().rest('GET', '/me', { cookie })).toMatchObject({
      status: 403,
      body: { code: 'tenant_mismatch' },
    });
  });

  it('ends after thirty idle days and after ninety in any case', async () => {
    const { cookie, sessionId } = await enter();
    await setSession(sessionId, `expires_at = now() - interval '1 second'`);
    expect(await statusOf(cookie)).toBe(401);
    await setSession(sessionId, `expires_at = now() + interval '1 day', ends_at = now() - interval '1 second'`);
    expect(await statusOf(cookie)).toBe(401);
  });

  it('is moved on by activity, once an hour, never past its absolute end', async () => {
    const { cookie, sessionId } = await enter();
    const read = async () =>
      (
        await world.superuser.query('select last_active_at, expires_at, ends_at from identity.sessions where id = $1', [
          sessionId,
        ])
      ).rows[0];
    await setSession(sessionId, `last_active_at = now() - interval '29 days', expires_at = now() + interval '1 day'`);
    expect(await statusOf(cookie)).toBe(200);
    const moved = await read();
    expect(moved.expires_at.getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000);
    expect(await statusOf(cookie)).toBe(200);
    expect(await read()).toEqual(moved);
    await setSession(sessionId, `last_active_at = now() - interval '2 hours', ends_at = now() + interval '3 days'`);
    await statusOf(cookie);
    expect((await read()).expires_at).toEqual((await read()).ends_at);
  });

  it('ends at once by signing out, and the cookie is taken away', async () => {
    const { cookie, sessionId } = await enter();
    const other = await enter();
    expect((await acme().rest('DELETE', `/me/sessions/${sessionId}`, { cookie })).headers.get('set-cookie')).toMatch(
      /^__Host-aura=; .*Max-Age=0$/,
    );
    expect([await statusOf(cookie), await statusOf(other.cookie)]).toEqual([401, 200]);
  });

  it('is listed to its person and ended everywhere at their word, colleagues untouched', async () => {
    const [one, two] = [await enter(), await enter()];
    const { cookie: colleague } = await acme().signIn({ email: world.acme.admin.email, password });
    const { body } = await acme().rest('GET', '/me/sessions', { cookie: one.cookie });
    const items = body['items'] as { id: string; isCurrent: boolean }[];
    expect(items.filter(({ isCurrent }) => isCurrent)).toEqual([expect.objectContaining({ id: one.sessionId })]);
    expect((await acme().rest('DELETE', `/me/sessions/${two.sessionId}`, { cookie: colleague })).status).toBe(404);
    expect((await acme().rest('DELETE', '/me/sessions', { cookie: one.cookie })).status).toBe(204);
    expect([await statusOf(one.cookie), await statusOf(two.cookie), await statusOf(colleague)]).toEqual([
      401, 401, 200,
    ]);
  });

  it('of a deactivated member is refused at once, and of a suspended workspace with its reason', async () => {
    const { cookie } = await enter();
    const { userId } = world.acme.manager;
    await world.superuser.query(`update core.memberships set status = 'deactivated' where user_id = $1`, [userId]);
    expect(await statusOf(cookie)).toBe(401);
    await world.superuser.query(`update core.memberships set status = 'active' where user_id = $1`, [userId]);
    await world.superuser.query(`update core.tenants set status = 'suspended' where id = $1`, [world.acme.tenant.id]);
    expect(await acme().rest('GET', '/me', { cookie })).toMatchObject({
      status: 403,
      body: { code: 'tenant_suspended' },
    });
    await world.superuser.query(`update core.tenants set status = 'active' where id = $1`, [world.acme.tenant.id]);
    expect(await statusOf(cookie)).toBe(200);
  });

  it('is opened by its cookie only: the secret is no bearer', async () => {
    const { cookie } = await enter();
    expect((await acme().rest('GET', '/me', { bearer: cookie })).status).toBe(401);
    expect((await acme().rest('GET', '/me', { bearer: `aura_${cookie}` })).status).toBe(401);
    expect((await acme().rest('GET', '/me')).status).toBe(401);
  });
});
