import type { ActorContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import type { SessionOutput } from './me.schema.ts';
import { endSession, endSessions, recordEntry } from './session.service.ts';
import { clearSessionCookie } from './session-cookie.ts';

const OWN_KINDS = ['browser', 'token'];

/** F2.7: the person's live sessions in this workspace, the last used first. */
export async function listOwnSessions({ platform, actor }: ActorContext): Promise<SessionOutput[]> {
  const rows = await ownSessions({ platform, actor })
    .select(['id', 'kind', 'ip', 'user_agent', 'created_at', 'last_active_at', 'expires_at'])
    .orderBy('last_active_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as SessionOutput['kind'],
    isCurrent: row.id === actor.sessionId,
    ip: row.ip,
    userAgent: row.user_agent,
    createdAt: row.created_at.toISOString(),
    lastActiveAt: row.last_active_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
}

function ownSessions({ platform, actor }: Pick<ActorContext, 'platform' | 'actor'>) {
  return platform.identity
    .selectFrom('identity.sessions')
    .where('user_id', '=', actor.userId)
    .where('tenant_id', '=', actor.tenantId)
    .where('kind', 'in', OWN_KINDS)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`);
}

/** Ends one of the person's own sessions. Throws not_found for any other. */
export async function endOwnSession(ctx: ActorContext, id: string): Promise<void> {
  const { platform, actor } = ctx;
  const own = await ownSessions(ctx).select('id').where('id', '=', id).executeTakeFirst();
  if (!own) throw new AppError('not_found');
  await endSession(platform.identity, id);
  if (id === actor.sessionId) clearSessionCookie(ctx.responseHeaders);
  await recordEntry(platform.identity, {
    tenantId: actor.tenantId,
    userId: actor.userId,
    action: 'session.ended',
    detail: { sessionId: id },
  });
}

/** Signs the person out everywhere, here included. API keys are not sessions of a person; they are ended one by one. */
export async function endAllOwnSessions(ctx: ActorContext): Promise<void> {
  const { platform, actor } = ctx;
  const ended = await endSessions(platform.identity, { userId: actor.userId, tenantId: actor.tenantId });
  clearSessionCookie(ctx.responseHeaders);
  await recordEntry(platform.identity, {
    tenantId: actor.tenantId,
    userId: actor.userId,
    action: 'session.ended_all',
    detail: { ended },
  });
}

/** After a new password: everything but this session ends, in every workspace of the person. */
export async function endOtherSessions({ platform, actor }: ActorContext): Promise<void> {
  await platform.identity
    .updateTable('identity.sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('user_id', '=', actor.userId)
    .where('id', '!=', actor.sessionId)
    .where('kind', 'in', OWN_KINDS)
    .where('revoked_at', 'is', null)
    .execute();
}
