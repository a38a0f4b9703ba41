import type { ActorContext } from '@aura/api';
import { authRouter, resolveSession } from '@aura/identity';
import { EVERYONE } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { resolveTenantByHost } from './host.service.ts';
import { tenantsModule } from './module.ts';
import { currentTerms } from './terms.ts';

const identity = { id: 'identity', permissions: { 'me:read': EVERYONE }, routers: { auth: authRouter } };
const password = 'the tide is out today';
let world: World;
let provision: (ctx: ActorContext) => Promise<void> = async () => undefined;

beforeAll(async () => {
  world = await testWorld({
    modules: [identity, tenantsModule],
    platform: { provisionHooks: [(ctx) => provision(ctx)] },
  });
});
afterAll(() => world.close());
beforeEach(() => {
  provision = async () => undefined;
});

let number = 0;
function form(change: object = {}) {
  number += 1;
  return {
    name: 'Nora New',
    email: `nora.${number}@new.test`,
    password,
    companyName: 'New & Sons',
    slug: `new-${number}`,
    acceptTerms: { version: currentTerms().version, typedName: 'Nora New' },
    ...change,
  };
}
type Body = {
  tenant: { id: string; slug: string; status: string; origin: string };
  handoffUrl: string;
  code: string;
  detail: string;
  errors: { path: string; code: string }[];
};
async function signUp(body: object, headers: Record<string, string> = {}) {
  const answer = await world.anonymous().rest('POST', '/signup', { body, headers });
  return { status: answer.status, body: answer.body as Body, text: answer.text };
}
const count = async (table: string) =>
  Number((await world.superuser.query(`select count(*) from ${table}`)).rows[0].count);

describe('signing up', () => {
  it('answers a repeated request with its Idempotency-Key as it did first', async () => {
    const body = form();
    const first = await signUp(body, { 'idempotency-key': 'sign-up-1' });
    expect(first.status).toBe(201);
    expect(await signUp(body, { 'idempotency-key': 'sign-up-1' })).toEqual(first);
    expect((await signUp(body)).status).not.toBe(201);
  });

  it('makes a person, an active tenant with its first admin, the steps and the accepted terms', async () => {
    const body = form({ industry: 'Boats', timezone: 'Europe/Paris', currency: 'EUR' });
    const answer = await signUp(body);
    expect(answer).toMatchObject({
      status: 201,
      body: {
        tenant: { slug: body.slug, status: 'active', origin: `http://${body.slug}.aura.localhost:3000` },
        handoffUrl: expect.stringContaining(`http://${body.slug}.aura.localhost:3000/auth/handoff?code=`),
      },
    });
    const { id } = answer.body.tenant;
    const query = async (sql: string) => (await world.superuser.query(sql, [id])).rows;
    expect(
      await query('select status, industry, timezone, currency, terms_version from core.tenants where id = $1'),
    ).toEqual([
      {
        status: 'active',
        industry: 'Boats',
        timezone: 'Europe/Paris',
        currency: 'EUR',
        terms_version: currentTerms().version,
      },
    ]);
    expect(await query('select role, status, email from core.memberships where tenant_id = $1')).toEqual([
      { role: 'admin', status: 'active', email: body.email },
    ]);
    expect(
      await query('select from_status, to_status from core.tenant_transitions where tenant_id = $1 order by id'),
    ).toEqual([
      { from_status: null, to_status: 'pending' },
      { from_status: 'pending', to_status: 'active' },
    ]);
    expect(
      await query('select terms_hash, typed_name, host(ip) as ip from core.terms_acceptances where tenant_id = $1'),
    ).toEqual([{ terms_hash: currentTerms().hash, typed_name: 'Nora New', ip: '127.0.0.1' }]);
    expect(answer.text).not.toContain(password);
    expect(world.mails[0]).toMatchObject({ to: body.email, links: [expect.stringContaining('/verify-email?token=')] });
  });

  it('leads straight into the workspace by a code that works once', async () => {
    const { body } = await signUp(form());
    const tenant = await resolveTenantByHost(world.platform, body.tenant.slug);
    if (!tenant) throw new Error('The tenant is not there');
    const code = new URL(body.handoffUrl).searchParams.get('code');
    const at = world.anonymous({ ...world.acme, tenant });
    const answer = await at.rest('POST', '/auth/handoff', { body: { code } });
    const cookie = /^__Host-aura=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1];
    const session = await resolveSession(world.platform, { tenant, cookie, requestId: 'r' });
    expect(session.actor).toMatchObject({ tenantId: body.tenant.id, role: 'admin' });
    expect((await at.rest('POST', '/auth/handoff', { body: { code } })).status).toBe(401);
  });

  it('gives the modules the new tenant’s own context, as its admin, and leaves no session behind', async () => {
    let seen: string[] = [];
    provision = async (ctx) => {
      const tenants = await ctx.db.selectFrom('core.tenants').select('slug').execute();
      seen = [...tenants.map(({ slug }) => slug), ctx.actor.role];
    };
    const { body } = await signUp(form());
    expect(seen).toEqual([body.tenant.slug, 'admin']);
    expect(
      (await world.superuser.query('select from identity.sessions where tenant_id = $1', [body.tenant.id])).rows,
    ).toEqual([]);
  });

  it('leaves nothing when a module fails, and the address is free again', async () => {
    const before = [
      await count('core.tenants'),
      await count('identity.users'),
      await count('core.memberships'),
      await count('core.events'),
    ];
    provision = async (ctx) => {
      await ctx.emit({ type: 'half.done', entity: 'tenant', entityId: ctx.tenant.id });
      throw new Error('the pipeline cannot be made');
    };
    const body = form();
    expect(await signUp(body)).toMatchObject({ status: 503, body: { code: 'not_provisioned' } });
    expect([
      await count('core.tenants'),
      await count('identity.users'),
      await count('core.memberships'),
      await count('core.events'),
    ]).toEqual(before);
    provision = async () => undefined;
    expect((await signUp(body)).status).toBe(201);
  });

  it('keeps an existing person when a module fails in their second workspace', async () => {
    const first = form();
    await signUp(first);
    provision = async () => Promise.reject(new Error('no'));
    expect((await signUp(form({ email: first.email }))).status).toBe(503);
    expect((await world.superuser.query('select from identity.users where email = $1', [first.email])).rowCount).toBe(
      1,
    );
  });

  it('joins the same person with the right password, and says nothing else to a wrong one', async () => {
    const first = form();
    const one = await signUp(first);
    const two = await signUp(form({ email: first.email.toUpperCase() }));
    expect(two.status).toBe(201);
    const { rows } = await world.superuser.query(
      'select distinct user_id from core.memberships where tenant_id in ($1, $2)',
      [one.body.tenant.id, two.body.tenant.id],
    );
    expect(rows).toHaveLength(1);
    const refused = await signUp(form({ email: first.email, password: 'another long password' }));
    expect(refused).toMatchObject({ status: 409, body: { code: 'duplicate_email', errors: [{ path: 'email' }] } });
    expect(refused.text).not.toContain(one.body.tenant.slug);
  });

  it('cannot be used to guess a password', async () => {
    const { email } = form();
    await signUp(form({ email }));
    const statuses = [];
    for (let n = 0; n < 11; n += 1)
      statuses.push((await signUp(form({ email, password: `a wrong password ${n}` }))).status);
    expect(statuses).toEqual([...Array(10).fill(409), 429]);
  });

  it('of two at once for one address gives it to one', async () => {
    const slug = 'wanted-by-two';
    const answers = await Promise.all([signUp(form({ slug })), signUp(form({ slug }))]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const { body } = answers.find(({ status }) => status === 409) ?? { body: null };
    expect(body).toMatchObject({ code: 'slug_taken', errors: [{ path: 'slug' }] });
  });

  it.each([
    ['name', { name: ' ' }],
    ['email', { email: 'nora' }],
    ['password', { password: 'short' }],
    ['password', { password: 'password123456' }],
    ['companyName', { companyName: '' }],
    ['companyName', { companyName: 'x'.repeat(201) }],
    ['slug', { slug: 'a b' }],
    ['slug', { slug: 'www' }],
    ['timezone', { timezone: 'Mars/Olympus' }],
    ['currency', { currency: 'XXZ' }],
    ['acceptTerms', { acceptTerms: undefined }],
    ['acceptTerms.version', { acceptTerms: { version: '1999-01-01', typedName: 'Nora' } }],
    ['acceptTerms.typedName', { acceptTerms: { version: currentTerms().version, typedName: ' ' } }],
    ['tenantId', { tenantId: 'x' }],
  ])('names the field %s when it is wrong, and makes nothing', async (path, change) => {
    const before = await count('identity.users');
    const answer = await signUp(form(change));
    expect([answer.status, answer.body.errors.map((error) => error.path)]).toEqual([
      422,
      expect.arrayContaining([path]),
    ]);
    expect(await count('identity.users')).toBe(before);
  });

  it('is not offered inside a workspace', async () => {
    expect((await world.anonymous(world.acme).rest('POST', '/signup', { body: form() })).status).toBe(404);
  });
});

describe('an address', () => {
  const ask = async (slug: string) =>
    (await world.anonymous().rest('GET', `/signup/slug?slug=${encodeURIComponent(slug)}`)).body;

  it('is free, taken, reserved or ill-formed, with others near it', async () => {
    expect(await ask('brand-new')).toEqual({ available: true, suggestions: [] });
    expect(await ask('ACME')).toMatchObject({
      available: false,
      reason: 'taken',
      suggestions: ['acme-sales', 'acme-hq', 'acme-team'],
    });
    expect(await ask('www')).toMatchObject({ available: false, reason: 'reserved' });
    expect(await ask('a b c')).toMatchObject({
      available: false,
      reason: 'format',
      suggestions: expect.arrayContaining(['a-b-c']),
    });
  });
});

describe('the undoing of a sign-up', () => {
  it('is refused by the database once the tenant is ten minutes old, whoever else may see it', async () => {
    await world.superuser.query(`update core.tenants set created_at = now() - interval '11 minutes' where id = $1`, [
      world.globex.tenant.id,
    ]);
    const { undoTenant } = await import('./register.service.ts');
    await undoTenant(world.platform.identity, world.globex.tenant.id);
    expect(
      (await world.superuser.query('select from core.memberships where tenant_id = $1', [world.globex.tenant.id]))
        .rowCount,
    ).toBe(4);
  });
});
