import { createHmac, randomUUID } from 'node:crypto';
import { type ActorContext, type HostTenant, type Platform, type RequestContext, withTransaction } from '@aura/api';
import { setPassword, withShortSession, workspaceOrigin } from '@aura/identity';
import type { Role } from '@aura/kernel';
import { createMembersSilently } from '@aura/members';
import { currentTerms, signUp } from '@aura/tenants';
import { fillBook } from './fill-book.ts';
import { logActivities } from './fill-deals.ts';
import type { Login } from './login.ts';

type Plan = { slug: string; dealCount: number };
type Person = { name: string; email: string; role: Role; title: string };

function peopleOf(slug: string): [Person, ...Person[]] {
  const at = `@${slug}.test`;
  return [
    { name: 'Ana Ruiz', email: `ana${at}`, role: 'admin', title: 'Managing director' },
    { name: 'Marco Bellini', email: `marco${at}`, role: 'manager', title: 'Head of sales' },
    { name: 'Jo Lee', email: `jo${at}`, role: 'sales_rep', title: 'Account executive' },
    { name: 'Tariq Aziz', email: `tariq${at}`, role: 'sales_rep', title: 'Account executive' },
  ];
}

/** One workspace with four people and their business. Every step is left alone when it is already there. */
export async function seedTenant(platform: Platform, { slug, dealCount }: Plan): Promise<Login[]> {
  const people = peopleOf(slug);
  // The same on each try, and not to be guessed without the installation's secret.
  const passwordOf = (email: string): string =>
    createHmac('sha256', platform.secret).update(`demo:${email}`).digest('base64url').slice(0, 16);
  const tenant =
    (await findTenant(platform, slug)) ?? (await openWorkspace(platform, { slug, admin: people[0], passwordOf }));
  const admin = await findMember(platform, tenant, people[0]);
  const deals = await asMember(platform, { tenant, ...admin }, async (ctx) => {
    const team = await createMembersSilently(ctx, people.slice(1), 'real');
    for (const { userId, email } of team) {
      await setPassword(platform.identity, { userId, password: passwordOf(email) });
    }
    const started = await ctx.db.selectFrom('crm.organizations').select('id').limit(1).execute();
    return started.length > 0 ? [] : fillBook(ctx, { dealCount, teamIds: team.map(({ userId }) => userId) });
  });
  for (const person of people) {
    const member = await findMember(platform, tenant, person);
    const own = deals.filter(({ customer }) => customer.ownerId === member.userId);
    await asMember(platform, { tenant, ...member }, (ctx) => logActivities(ctx, own));
  }
  return people.map(({ email, role }) => ({
    tenant: slug,
    origin: workspaceOrigin(platform, slug),
    email,
    password: passwordOf(email),
    role,
  }));
}

async function findTenant(platform: Platform, slug: string): Promise<HostTenant | undefined> {
  return platform.identity
    .selectFrom('core.tenants')
    .select(['id', 'slug', 'name', 'status', 'currency', 'timezone'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

type Opening = { slug: string; admin: Person; passwordOf: (email: string) => string };

async function openWorkspace(platform: Platform, { slug, admin, passwordOf }: Opening): Promise<HostTenant> {
  const { version } = currentTerms();
  await signUp(requestOn(platform, null), {
    name: admin.name,
    email: admin.email,
    password: passwordOf(admin.email),
    companyName: slug === 'acme' ? 'Acme Workplace' : 'Globex Workplace',
    slug,
    industry: 'Workplace equipment',
    timezone: 'Europe/Amsterdam',
    currency: 'EUR',
    acceptTerms: { version, typedName: admin.name },
  });
  await platform.identity
    .updateTable('core.tenants')
    .set({ settings: '{"demo":"seeding"}' })
    .where('slug', '=', slug)
    .execute();
  const tenant = await findTenant(platform, slug);
  if (!tenant) throw new Error(`The demo workspace ${slug} was not made`);
  return tenant;
}

type Known = Person & { userId: string };

async function findMember(platform: Platform, tenant: HostTenant, person: Person): Promise<Known> {
  const { user_id } = await platform.identity
    .selectFrom('core.memberships')
    .select('user_id')
    .where('tenant_id', '=', tenant.id)
    .where('email_norm', '=', person.email)
    .executeTakeFirstOrThrow();
  return { ...person, userId: user_id };
}

type Member = Known & { tenant: HostTenant };

async function asMember<T>(platform: Platform, member: Member, work: (ctx: ActorContext) => Promise<T>): Promise<T> {
  const { tenant, userId, name, email, role } = member;
  const entry = { tenantId: tenant.id, userId, now: platform.clock() };
  return withShortSession(platform.identity, entry, ({ sessionId, token }) => {
    const permissions = platform.permissionsOf(role);
    const actor = { tenantId: tenant.id, userId, sessionId, role, name, email, permissions };
    return withTransaction({ ...requestOn(platform, tenant), tenant }, { token, actor }, work);
  });
}

function requestOn(platform: Platform, tenant: HostTenant | null): RequestContext {
  return {
    platform,
    request: {
      id: randomUUID(),
      transport: 'server',
      host: platform.rootDomain,
      ip: '127.0.0.1',
      userAgent: 'demo',
      idempotencyKey: null,
    },
    tenant,
    authenticate: () => Promise.reject(new Error('Nobody is signed in while the demo is made')),
    responseHeaders: new Headers(),
  };
}
