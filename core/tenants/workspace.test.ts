import { resolveSession } from '@aura/identity';
import { EVERYONE } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveTenantByHost } from './host.service.ts';
import { listTransitions, moveTenant } from './lifecycle.service.ts';
import { tenantsModule } from './module.ts';

const identity = { id: 'identity', permissions: { 'me:read': EVERYONE } };
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identity, tenantsModule] });
});
afterAll(() => world.close());

describe('the workspace', () => {
  it('is read by every member, and changed by admins only', async () => {
    expect(await world.as(world.acme.rep).api.workspace.get()).toMatchObject({
      slug: 'acme',
      name: 'Look-alike Ltd',
      abilities: { update: false },
    });
    const { rest } = world.as(world.acme.admin);
    const changed = await rest('PATCH', '/workspace', {
      body: { name: 'Acme', timezone: 'Europe/Rome', currency: 'EUR', locale: 'it-IT', industry: 'Boats' },
    });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ name: 'Acme', timezone: 'Europe/Rome', currency: 'EUR', abilities: { update: true } }),
    ]);
    for (const person of [world.acme.rep, world.acme.manager])
      expect((await world.as(person).rest('PATCH', '/workspace', { body: { name: 'Mine' } })).status).toBe(403);
    expect(await world.as(world.globex.rep).api.workspace.get()).toMatchObject({ name: 'Look-alike Ltd' });
    const { rows } = await world.superuser.query(
      `select tenant_id, detail from audit.events where action = 'workspace.updated'`,
    );
    expect(rows).toEqual([
      {
        tenant_id: world.acme.tenant.id,
        detail: expect.objectContaining({ name: ['Look-alike Ltd', 'Acme'], currency: ['USD', 'EUR'] }),
      },
    ]);
  });

  it('refuses a stale change with what is there now', async () => {
    const { rest, api } = world.as(world.acme.admin);
    const { version, name } = await api.workspace.get();
    const stale = await rest('PATCH', '/workspace', {
      body: { name: 'Late' },
      headers: { 'if-match': `"${version - 1}"` },
    });
    expect([stale.status, stale.body]).toEqual([
      412,
      expect.objectContaining({ current: expect.objectContaining({ name, version }) }),
    ]);
  });

  it.each([
    { slug: 'other' },
    { status: 'deleted' },
    { timezone: '+02:00' },
    { currency: 'eur' },
    { locale: 'not a locale' },
    { logoUrl: 'https://evil.test/pixel.png' },
    { logoUrl: 'data:image/svg+xml;base64,PHN2Zz4=' },
    { name: '' },
  ])('refuses %o', async (body) => {
    expect((await world.as(world.acme.admin).rest('PATCH', '/workspace', { body })).status).toBe(422);
  });
});

describe('suspending and activating', () => {
  it('closes every door at once, keeps the data, and is recorded with actor and reason', async () => {
    const credentials = { cookie: world.acme.admin.token, tenant: world.acme.tenant, requestId: 'r' };
    await resolveSession(world.platform, credentials);
    expect((await resolveTenantByHost(world.platform, 'acme'))?.status).toBe('active');
    await moveTenant(world.platform, { slug: 'acme', to: 'suspended', actor: 'olga', reason: 'Unpaid' });
    expect((await resolveTenantByHost(world.platform, 'acme'))?.status).toBe('suspended');
    await expect(resolveSession(world.platform, credentials)).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'tenant_suspended',
    });
    await expect(
      resolveSession(world.platform, { tenant: { ...world.acme.tenant, status: 'suspended' }, requestId: 'r' }),
    ).rejects.toMatchObject({ reason: 'tenant_suspended' });
    // The database refuses too, whatever a process remembers.
    expect((await world.as(world.acme.admin).rest('GET', '/workspace')).status).toBe(401);
    expect((await world.as(world.globex.admin).rest('GET', '/workspace')).status).toBe(200);
    await moveTenant(world.platform, { slug: 'acme', to: 'active', actor: 'olga', reason: 'Paid' });
    await resolveSession(world.platform, credentials);
    expect(await listTransitions(world.platform, world.acme.tenant.id)).toEqual([
      { from: 'active', to: 'suspended', actor: 'olga', reason: 'Unpaid', at: expect.any(String) },
      { from: 'suspended', to: 'active', actor: 'olga', reason: 'Paid', at: expect.any(String) },
    ]);
  });

  it('refuses an illegal step, an unknown tenant and a step without a reason', async () => {
    const step = { slug: 'acme', to: 'active', actor: 'olga', reason: 'Again' } as const;
    await expect(moveTenant(world.platform, step)).rejects.toMatchObject({ reason: 'illegal_transition' });
    await expect(moveTenant(world.platform, { ...step, slug: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(moveTenant(world.platform, { ...step, to: 'suspended', reason: ' ' })).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('of a deleted tenant leaves no host, and its address to nobody', async () => {
    await moveTenant(world.platform, { slug: 'globex', to: 'deleted', actor: 'olga', reason: 'Closed' });
    expect(await resolveTenantByHost(world.platform, 'globex')).toBeNull();
    expect((await world.anonymous().rest('GET', '/signup/slug?slug=globex')).body).toMatchObject({
      available: false,
      reason: 'taken',
    });
  });
});
