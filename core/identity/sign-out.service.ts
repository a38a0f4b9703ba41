import type { ActorContext, RequestContext } from '@aura/api';
import type { Actor } from '@aura/kernel';
import { revokeByRefreshToken } from './refresh.service.ts';
import { endSession, recordEntry } from './session.service.ts';
import { clearSessionCookie } from './session-cookie.ts';

/** Ends this session and takes the cookie away. */
export async function signOut(ctx: ActorContext): Promise<void> {
  await endOwnSession(ctx, ctx.actor);
  clearSessionCookie(ctx.responseHeaders);
}

/** Ends the session that the refresh token, or else the request itself, belongs to. */
export async function revokeSession(ctx: RequestContext, refreshToken?: string): Promise<void> {
  if (refreshToken !== undefined) return revokeByRefreshToken(ctx, refreshToken);
  const { actor } = await ctx.authenticate();
  await endOwnSession(ctx, actor);
  clearSessionCookie(ctx.responseHeaders);
}

async function endOwnSession({ platform }: RequestContext, actor: Actor): Promise<void> {
  await endSession(platform.identity, actor.sessionId);
  await recordEntry(platform.identity, {
    tenantId: actor.tenantId,
    userId: actor.userId,
    action: 'session.ended',
    detail: { sessionId: actor.sessionId },
  });
}
