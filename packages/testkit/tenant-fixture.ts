import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '@aura/kernel';
import type pg from 'pg';

export type Person = {
  userId: string;
  tenantId: string;
  name: string;
  email: string;
  role: Role;
  sessionId: string;
  token: string;
};

export type TestTenant = {
  tenant: { id: string; slug: string; name: string; status: string; currency: string; timezone: string };
  admin: Person;
  manager: Person;
  rep: Person;
  otherRep: Person;
};

const PEOPLE = [
  ['admin', 'Ada Admin', 'admin'],
  ['manager', 'Mara Manager', 'manager'],
  ['rep', 'Rita Rep', 'sales_rep'],
  ['otherRep', 'Otto Rep', 'sales_rep'],
] as const satisfies readonly (readonly [string, string, Role])[];

/** A tenant with four people, each with a live session. Every tenant looks like every other but for its slug. */
export async function createTenantFixture(superuser: pg.Pool, slug: string): Promise<TestTenant> {
  const { rows } = await superuser.query<{ id: string }>(
    `insert into core.tenants (slug, name) values ($1, 'Look-alike Ltd') returning id`,
    [slug],
  );
  const id = String(rows[0]?.id);
  const people: Record<string, Person> = {};
  for (const [key, name, role] of PEOPLE)
    people[key] = await createPerson(superuser, { tenantId: id, slug, name, role });
  const tenant = { id, slug, name: 'Look-alike Ltd', status: 'active', currency: 'USD', timezone: 'UTC' };
  return { tenant, ...people } as TestTenant;
}

async function createPerson(
  superuser: pg.Pool,
  person: { tenantId: string; slug: string; name: string; role: Role },
): Promise<Person> {
  const email = `${person.name.toLowerCase().replace(' ', '.')}@${person.slug}.test`;
  const user = await superuser.query<{ id: string }>(
    'insert into identity.users (email, name) values ($1, $2) returning id',
    [email, person.name],
  );
  const userId = String(user.rows[0]?.id);
  await superuser.query(
    'insert into core.memberships (tenant_id, user_id, role, name, email) values ($1, $2, $3, $4, $5)',
    [person.tenantId, userId, person.role, person.name, email],
  );
  const session = await openTestSession(superuser, { tenantId: person.tenantId, userId });
  return { userId, tenantId: person.tenantId, name: person.name, email, role: person.role, ...session };
}

/** A new live session, for a person whose last one a test has ended. */
export async function openTestSession(
  superuser: pg.Pool,
  { tenantId, userId }: { tenantId: string; userId: string },
): Promise<{ sessionId: string; token: string }> {
  const session = await superuser.query<{ id: string }>(
    `insert into identity.sessions (tenant_id, user_id, kind, expires_at, ends_at) values ($1, $2, 'browser', now() + interval '30 days', now() + interval '90 days') returning id`,
    [tenantId, userId],
  );
  const sessionId = String(session.rows[0]?.id);
  const token = randomBytes(32).toString('base64url');
  await superuser.query(
    `insert into identity.credentials (token_hash, session_id, kind, expires_at) values ($1, $2, 'cookie', now() + interval '30 days')`,
    [createHash('sha256').update(token).digest(), sessionId],
  );
  return { sessionId, token };
}
