import { randomUUID } from 'node:crypto';
import { type ActorContext, type Platform, withReader, withTransaction } from '@aura/api';
import type { PlainDb } from '@aura/db';
import { sql } from '@aura/db';
import type { OpenContext } from '@aura/jobs';
import { AppError, type Role } from '@aura/kernel';

declare module '@aura/jobs/context' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to from another package.
  interface JobContext {
    /** Reads, each statement its own transaction. */
    reader: ActorContext;
    /** One transaction with everything a mutation has: events, audit, effects after the commit. */
    transaction<T>(work: (ctx: ActorContext) => Promise<T>): Promise<T>;
  }
}

/**
 * Restores a tenant's context for a job: a session of its own, as the member who caused it, with that member's rights of
 * now. Throws when the member or the tenant is no longer active; the database refuses too.
 */
export function createJobContextOpener(platform: Platform, worker: PlainDb): OpenContext {
  return async (tenantId, userId) => {
    const { actor, tenant } = await findMember(platform, tenantId, userId);
    const { rows } = await sql<{
      token: string;
    }>`select app.open_job_context(${tenantId}::uuid, ${userId}::uuid) as token`.execute(worker);
    const token = String(rows[0]?.token);
    const session = { actor, token };
    const scope = {
      platform,
      request: {
        id: randomUUID(),
        transport: 'server' as const,
        host: `${tenant.slug}.${platform.rootDomain}`,
        ip: '127.0.0.1',
        userAgent: 'worker',
        idempotencyKey: null,
      },
      tenant,
      authenticate: async () => session,
      responseHeaders: new Headers(),
    };
    const reader = withReader(scope, session);
    return {
      run: async (work) => {
        try {
          return await work({
            actor,
            tenantId,
            db: reader.db,
            reader,
            transaction: (change) => withTransaction(scope, session, change),
          });
        } finally {
          await sql`select app.close_job_context(${token})`.execute(worker);
        }
      },
    };
  };
}

async function findMember(platform: Platform, tenantId: string, userId: string) {
  const member = await platform.identity
    .selectFrom('core.memberships as member')
    .innerJoin('core.tenants as tenant', 'tenant.id', 'member.tenant_id')
    .select([
      'member.role',
      'member.name',
      'member.email',
      'tenant.id',
      'tenant.slug',
      'tenant.name as tenant_name',
      'tenant.status',
      'tenant.currency',
      'tenant.timezone',
    ])
    .where('member.tenant_id', '=', tenantId)
    .where('member.user_id', '=', userId)
    .where('member.status', '=', 'active')
    .where('tenant.status', '=', 'active')
    .executeTakeFirst();
  if (!member)
    throw new AppError('forbidden', {
      reason: 'context_refused',
      detail: 'The member or the workspace is no longer active.',
    });
  const role = member.role as Role;
  return {
    actor: {
      tenantId,
      userId,
      sessionId: randomUUID(),
      role,
      name: member.name,
      email: member.email,
      permissions: platform.permissionsOf(role),
    },
    tenant: {
      id: member.id,
      slug: member.slug,
      name: member.tenant_name,
      status: member.status,
      currency: member.currency,
      timezone: member.timezone,
    },
  };
}
