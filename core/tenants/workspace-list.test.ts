import { authRouter } from '@aura/identity';
import { EVERYONE } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantsModule } from './module.ts';

const identity = { id: 'identity', permissions: { 'me:read': EVERYONE }, routers: { auth: authRouter } };
let world: World;

beforeAll(async () => {
  world = await testWorld({ modules: [identity, tenantsModule] });
});
afterAll(() => world.close());
beforeEach(() => {
  world.mails.length = 0;
});

const ask = (body: object) => world.anonymous().rest('POST', '/signin/workspaces', { body });

describe('finding one’s workspaces by e-mail', () => {
  it('mails the addresses of those one is active in, whatever the case of the address', async () => {
    const { email } = world.acme.rep;
    const answer = await ask({ email: email.toUpperCase() });
    expect(answer).toMatchObject({ status: 202, body: { accepted: true } });
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]?.to).toBe(email);
    expect(world.mails[0]?.text).toContain(`http://${world.acme.tenant.slug}.aura.localhost:3000/login`);
    expect(world.mails[0]?.text).not.toContain(world.globex.tenant.slug);
  });

  it('answers the same for an address that nobody has, and mails nothing', async () => {
    const known = await ask({ email: world.acme.otherRep.email });
    world.mails.length = 0;
    const unknown = await ask({ email: 'nobody@nowhere.test' });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(world.mails).toEqual([]);
  });

  it('names neither a workspace that put the person out nor a suspended one', async () => {
    const { tenant, manager } = world.globex;
    const set = (table: string, status: string) =>
      world.superuser.query(
        table === 'memberships'
          ? `update core.memberships set status = '${status}' where tenant_id = $1 and user_id = $2`
          : `update core.tenants set status = '${status}' where id = $1 and $2::uuid is not null`,
        [tenant.id, manager.userId],
      );
    await set('memberships', 'deactivated');
    await ask({ email: manager.email });
    await set('memberships', 'active');
    await set('tenants', 'suspended');
    await ask({ email: manager.email });
    expect(world.mails).toEqual([]);
    await set('tenants', 'active');
    await ask({ email: manager.email });
    expect(world.mails).toHaveLength(1);
  });

  it('mails one address five times an hour, and goes on answering the same', async () => {
    const { email } = world.acme.admin;
    const statuses = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await ask({ email })).status);
    expect(statuses).toEqual(Array(7).fill(202));
    expect(world.mails).toHaveLength(5);
  });

  it('refuses what is no address, and what it does not know', async () => {
    expect(await ask({ email: 'jo' })).toMatchObject({ status: 422, body: { errors: [{ path: 'email' }] } });
    expect((await ask({})).status).toBe(422);
    expect((await ask({ email: 'jo@acme.test', name: 'Jo' })).status).toBe(422);
  });

  it('is not there inside a workspace', async () => {
    const inside = await world
      .anonymous(world.acme)
      .rest('POST', '/signin/workspaces', { body: { email: world.acme.rep.email } });
    expect(inside).toMatchObject({ status: 404, body: { code: 'no_such_endpoint' } });
    expect(world.mails).toEqual([]);
  });
});
