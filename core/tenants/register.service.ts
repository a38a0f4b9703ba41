import { isIP } from 'node:net';
import type { HostTenant } from '@aura/api';
import { type PlainDb, sql } from '@aura/db';
import type { TenantStatus } from './tenant.ts';
import type { Terms } from './terms.ts';

export type NewTenant = {
  slug: string;
  name: string;
  industry: string | null;
  timezone: string;
  currency: string;
  admin: { userId: string; name: string; email: string };
  acceptance: { terms: Terms; typedName: string; ip: string; userAgent: string };
};

export type RegisteredTenant = HostTenant & { status: TenantStatus };

/** A pending tenant with its first admin, active once the terms are accepted. For use inside one transaction. */
export async function insertTenant(identity: PlainDb, input: NewTenant): Promise<RegisteredTenant> {
  const { slug, name, industry, timezone, currency, admin, acceptance } = input;
  const { id } = await identity
    .insertInto('core.tenants')
    .values({ slug, name, industry, timezone, currency, status: 'pending' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordTransition(identity, {
    tenantId: id,
    from: null,
    to: 'pending',
    actor: admin.userId,
    reason: 'Signed up',
  });
  await recordAcceptance(identity, id, input);
  await identity
    .updateTable('core.tenants')
    .set({ status: 'active', terms_version: acceptance.terms.version })
    .where('id', '=', id)
    .execute();
  await recordTransition(identity, {
    tenantId: id,
    from: 'pending',
    to: 'active',
    actor: admin.userId,
    reason: `Accepted the terms ${acceptance.terms.version}`,
  });
  await identity
    .insertInto('core.memberships')
    .values({ tenant_id: id, user_id: admin.userId, role: 'admin', name: admin.name, email: admin.email })
    .execute();
  return { id, slug, name, status: 'active', currency, timezone };
}

async function recordAcceptance(identity: PlainDb, tenantId: string, { admin, acceptance }: NewTenant): Promise<void> {
  const { terms, typedName, ip, userAgent } = acceptance;
  await identity
    .insertInto('core.terms_acceptances')
    .values({
      tenant_id: tenantId,
      user_id: admin.userId,
      terms_version: terms.version,
      terms_hash: terms.hash,
      typed_name: typedName,
      ip: isIP(ip) ? ip : null,
      user_agent: userAgent.slice(0, 300),
    })
    .execute();
}

export type Transition = {
  tenantId: string;
  from: TenantStatus | null;
  to: TenantStatus;
  actor: string;
  reason: string;
};

export async function recordTransition(
  identity: PlainDb,
  { tenantId, from, to, actor, reason }: Transition,
): Promise<void> {
  await identity
    .insertInto('core.tenant_transitions')
    .values({ tenant_id: tenantId, from_status: from, to_status: to, actor, reason })
    .execute();
}

/** Takes a failed sign-up back; the database allows it for ten minutes. */
export async function undoTenant(identity: PlainDb, tenantId: string): Promise<void> {
  await sql`select core.undo_sign_up(${tenantId}::uuid)`.execute(identity);
}
