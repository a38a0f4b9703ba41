import {
  type ActorContext,
  type AuthenticatedSession,
  type HostTenant,
  type RequestContext,
  withTransaction,
} from '@aura/api';
import { type User, withShortSession } from '@aura/identity';

/**
 * Runs what the modules give a new tenant, in its own context as its first admin: one transaction, so that a failing
 * module leaves nothing of the others. The modules' hooks come from the platform (the registry collects them).
 */
export async function provisionTenant(ctx: RequestContext, made: { tenant: HostTenant; user: User }): Promise<void> {
  const { platform } = ctx;
  const member = { tenantId: made.tenant.id, userId: made.user.id, now: platform.clock() };
  await withShortSession(platform.identity, member, async ({ sessionId, token }) => {
    const session: AuthenticatedSession = {
      token,
      actor: {
        tenantId: made.tenant.id,
        userId: made.user.id,
        sessionId,
        role: 'admin',
        name: made.user.name,
        email: made.user.email,
        permissions: platform.permissionsOf('admin'),
      },
    };
    await withTransaction({ ...ctx, tenant: made.tenant, authenticate: async () => session }, session, runHooks);
  });
}

async function runHooks(context: ActorContext): Promise<void> {
  for (const provision of context.platform.provisionHooks ?? []) await provision(context);
  await context.emit({ type: 'tenant.activated', entity: 'tenant', entityId: context.tenant.id });
}
