import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entranceOf } from './entrance.fixture.ts';
import { identityModule } from './module.ts';
import { setPassword } from './password-reset.service.ts';

const password = 'the tide is out today';
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
  for (const { rep, manager } of [world.acme, world.globex]) {
    for (const { userId } of [rep, manager]) await setPassword(world.platform.identity, { userId, password });
  }
});
afterAll(() => world.close());
const acme = () => entranceOf(world, world.acme);

describe('one’s own profile', () => {
  it('says who, in which role, with which permissions, in which workspace', async () => {
    expect(await world.as(world.acme.rep).api.me.get()).toMatchObject({
      userId: world.acme.rep.userId,
      email: world.acme.rep.email,
      role: 'sales_rep',
      permissions: ['api_key:manage', 'me:read', 'me:update'],
      tenant: { slug: 'acme', currency: 'USD' },
    });
  });

  it.each(['rep', 'manager', 'admin'] as const)('is changed by a %s, preferences merged', async (key) => {
    const { api } = world.as(world.acme[key]);
    await api.me.update({ name: 'New Name', title: 'Head', preferences: { theme: 'dark', notify: { deals: true } } });
    expect(await api.me.update({ title: '', preferences: { theme: null, dense: true } })).toMatchObject({
      name: 'New Name',
      title: null,
      preferences: { notify: { deals: true }, dense: true },
    });
    const { rows } = await world.superuser.query(
      `select name from core.memberships where email = 'rita.rep@globex.test'`,
    );
    expect(rows[0].name).toBe('Rita Rep');
  });

  it('takes neither a role nor an e-mail nor an unknown property', async () => {
    for (const body of [
      { role: 'admin' },
      { email: 'x@y.test' },
      { status: 'active' },
      { preferences: { big: 'x'.repeat(9_000) } },
      { name: '' },
    ]) {
      expect((await world.as(world.acme.rep).rest('PATCH', '/me', { body })).status).toBe(422);
    }
  });

  it('lists only the workspaces of the person', async () => {
    await world.superuser.query(
      `insert into core.memberships (tenant_id, user_id, role, name, email) values ($1, $2, 'admin', 'Rita', 'rita.rep@acme.test')`,
      [world.globex.tenant.id, world.acme.rep.userId],
    );
    const { items } = await world.as(world.acme.rep).api.me.workspaces();
    expect(items.map(({ slug, isCurrent }: { slug: string; isCurrent: boolean }) => [slug, isCurrent])).toEqual(
      expect.arrayContaining([
        ['acme', true],
        ['globex', false],
      ]),
    );
    expect((await world.as(world.acme.manager).api.me.workspaces()).items).toHaveLength(1);
  });
});

describe('changing the password', () => {
  it('asks for the old one, keeps this session and ends the others', async () => {
    const { email } = world.acme.manager;
    const [here, elsewhere] = [await acme().signIn({ email, password }), await acme().signIn({ email, password })];
    const change = (currentPassword: string, next: string) =>
      acme().rest('POST', '/me/password', { cookie: here.cookie, body: { currentPassword, password: next } });
    expect(await change('wrong', 'a whole new sentence')).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'currentPassword' }] },
    });
    expect(await change(password, 'short')).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect((await change(password, 'a whole new sentence')).status).toBe(204);
    expect((await acme().rest('GET', '/me', { cookie: here.cookie })).status).toBe(200);
    expect((await acme().rest('GET', '/me', { cookie: elsewhere.cookie })).status).toBe(401);
  });
});

describe('an API key', () => {
  const make = async (body: object, bearer?: string) => {
    const proof = bearer
      ? { bearer }
      : { cookie: (await acme().signIn({ email: world.acme.rep.email, password })).cookie };
    return acme().rest('POST', '/api-keys', { ...proof, body });
  };

  it('is shown once, opens the API with the maker’s rights, and is revoked at once', async () => {
    const { status, body, headers } = await make({ name: 'Reports' });
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/api-keys/${String(body['id'])}`]);
    expect(body['key']).toMatch(/^aura_[\w-]{43}$/);
    const bearer = String(body['key']);
    expect((await acme().rest('GET', '/me', { bearer })).body).toMatchObject({ userId: world.acme.rep.userId });
    const listed = await acme().rest('GET', '/api-keys', { bearer });
    expect(listed.body['items']).toContainEqual(expect.objectContaining({ name: 'Reports', scopes: null }));
    expect(JSON.stringify(listed.body)).not.toContain(bearer);
    expect((await world.as(world.acme.manager).rest('DELETE', `/api-keys/${String(body['id'])}`)).status).toBe(404);
    expect((await acme().rest('DELETE', `/api-keys/${String(body['id'])}`, { bearer })).status).toBe(204);
    expect((await acme().rest('GET', '/me', { bearer })).status).toBe(401);
  });

  it('has its maker’s permissions or fewer, and a key made with it no more', async () => {
    expect(await make({ name: 'Wide', scopes: ['member:manage'] })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'scopes' }] },
    });
    const narrow = (await make({ name: 'Narrow', scopes: ['me:read', 'api_key:manage'] })).body;
    const bearer = String(narrow['key']);
    expect((await acme().rest('GET', '/me', { bearer })).body).toMatchObject({
      permissions: ['api_key:manage', 'me:read'],
    });
    expect((await acme().rest('PATCH', '/me', { bearer, body: { name: 'X' } })).status).toBe(403);
    expect((await make({ name: 'Child' }, bearer)).body).toMatchObject({ scopes: ['api_key:manage', 'me:read'] });
    expect((await make({ name: 'Wider', scopes: ['me:update'] }, bearer)).status).toBe(422);
  });

  it('is of its workspace, ends on its day, and ends with the membership', async () => {
    const { id, key } = (await make({ name: 'Short', expiresInDays: 1 })).body;
    const bearer = String(key);
    expect((await entranceOf(world, world.globex).rest('GET', '/me', { bearer })).body).toMatchObject({
      code: 'tenant_mismatch',
    });
    await world.superuser.query(
      `update core.memberships set status = 'deactivated' where user_id = $1 and tenant_id = $2`,
      [world.acme.rep.userId, world.acme.tenant.id],
    );
    expect((await acme().rest('GET', '/me', { bearer })).status).toBe(401);
    await world.superuser.query(`update core.memberships set status = 'active' where user_id = $1`, [
      world.acme.rep.userId,
    ]);
    await world.superuser.query('update identity.sessions set expires_at = now(), ends_at = now() where id = $1', [id]);
    expect((await acme().rest('GET', '/me', { bearer })).status).toBe(401);
    expect((await make({ name: 'Forever', expiresInDays: 4_000 })).status).toBe(422);
  });
});
