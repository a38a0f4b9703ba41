import type { RequestContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { hashSecret } from './secret.ts';
import { endSession, recordEntry } from './session.service.ts';
import { movedExpiry } from './session.ts';
import { findEntrant, issueTokens, requireWorkspace, type Tokens } from './sign-in.service.ts';

/**
 * A new pair for a refresh token, which works once. Using one again means that two hold it: the whole session ends
 * (RFC 9700, 4.14). Throws unauthenticated, or forbidden `tenant_mismatch` on another workspace's host.
 */
export async function refreshTokens(ctx: RequestContext, refreshToken: string): Promise<Tokens> {
  const tenant = requireWorkspace(ctx);
  const { identity, clock } = ctx.platform;
  const session = await findSession(ctx, refreshToken);
  if (!session)
    throw new AppError('unauthenticated', {
      reason: 'invalid_refresh_token',
      detail: 'The refresh token is not valid or has expired.',
    });
  if (session.tenant_id !== tenant.id)
    throw new AppError('forbidden', {
      reason: 'tenant_mismatch',
      detail: 'These credentials belong to another workspace.',
    });
  if (!(await markUsed(ctx, refreshToken))) {
    await endSession(identity, session.id);
    await recordEntry(identity, {
      tenantId: tenant.id,
      userId: session.user_id,
      action: 'session.refresh_reused',
      detail: { sessionId: session.id, ip: ctx.request.ip },
    });
    throw new AppError('unauthenticated', {
      reason: 'refresh_token_reused',
      detail: 'This refresh token was used before; the session is ended.',
    });
  }
  const entrant = await findEntrant(ctx, tenant.id, session.user_id);
  if (!entrant) throw new AppError('unauthenticated');
  const now = clock();
  await identity
    .updateTable('identity.sessions')
    .set({ last_active_at: now, expires_at: movedExpiry(now, session.ends_at) })
    .where('id', '=', session.id)
    .execute();
  await identity
    .deleteFrom('identity.credentials')
    .where('session_id', '=', session.id)
    .where('kind', '=', 'access')
    .where('expires_at', '<', now)
    .execute();
  return issueTokens(ctx, { ...entrant, sessionId: session.id, tenantId: tenant.id, endsAt: session.ends_at });
}

function findSession({ platform }: RequestContext, refreshToken: string) {
  return platform.identity
    .selectFrom('identity.credentials as c')
    .innerJoin('identity.sessions as s', 's.id', 'c.session_id')
    .select(['s.id', 's.tenant_id', 's.user_id', 's.ends_at'])
    .where('c.token_hash', '=', hashSecret(refreshToken))
    .where('c.kind', '=', 'refresh')
    .where('c.expires_at', '>', sql<Date>`now()`)
    .where('s.revoked_at', 'is', null)
    .where('s.expires_at', '>', sql<Date>`now()`)
    .where('s.ends_at', '>', sql<Date>`now()`)
    .executeTakeFirst();
}

async function markUsed({ platform }: RequestContext, refreshToken: string): Promise<boolean> {
  const used = await platform.identity
    .updateTable('identity.credentials')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashSecret(refreshToken))
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** Ends the session of a refresh token, whichever of the workspace's it is. Silent when there is none (RFC 7009). */
export async function revokeByRefreshToken(ctx: RequestContext, refreshToken: string): Promise<void> {
  const tenant = requireWorkspace(ctx);
  const session = await findSession(ctx, refreshToken);
  if (!session || session.tenant_id !== tenant.id) return;
  await endSession(ctx.platform.identity, session.id);
  await recordEntry(ctx.platform.identity, {
    tenantId: tenant.id,
    userId: session.user_id,
    action: 'session.ended',
    detail: { sessionId: session.id },
  });
}
