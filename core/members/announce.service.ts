import { type AuthenticatedSession, type HostTenant, type RequestContext, withTransaction } from '@aura/api';
import { withShortSession } from '@aura/identity';
import type { Role } from '@aura/kernel';

export type Newcomer = {
  tenant: HostTenant;
  userId: string;
  role: Role;
  name: string;
  email: string;
  invitedBy: string;
};

/** `member.joined`, written in the newcomer's own context. They are in already: a failure is only reported. */
export async function announceMember(
  ctx: RequestContext,
  { tenant, userId, role, name, email, invitedBy }: Newcomer,
): Promise<void> {
  const { platform } = ctx;
  await withShortSession(
    platform.identity,
    { tenantId: tenant.id, userId, now: platform.clock() },
    async ({ sessionId, token }) => {
      const permissions = platform.permissionsOf(role);
      const session: AuthenticatedSession = {
        token,
        actor: { tenantId: tenant.id, userId, sessionId, role, name, email, permissions },
      };
      await withTransaction({ ...ctx, tenant, authenticate: async () => session }, session, (context) =>
        context.emit({ type: 'member.joined', entity: 'member', entityId: userId, data: { invitedBy } }),
      );
    },
  ).catch(() => platform.logger.error('member.not_announced', { requestId: ctx.request.id }));
}
