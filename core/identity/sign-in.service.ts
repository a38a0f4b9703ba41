import type { HostTenant, RequestContext } from '@aura/api';
import { AppError, type Role } from '@aura/kernel';
import { signAccessToken } from './access-token.ts';
import { reserveAttempt } from './attempt-limit.ts';
import { createBuiltInProvider, type IdentityProvider, userIdOf } from './identity-provider.ts';
import { addCredential, forgetEnded, type OpenedSession, openSession, recordEntry } from './session.service.ts';
import { ACCESS_TOKEN_S, LIFE_DAYS_MAX } from './session.ts';
import { setSessionCookie } from './session-cookie.ts';
import { requireOpenTenant } from './session-resolver.service.ts';

/** A person who may enter the workspace of the host. */
export type Entrant = { userId: string; role: Role };
export type Tokens = { accessToken: string; tokenType: 'Bearer'; expiresIn: number; refreshToken: string };
export type PasswordProof = { email: string; password: string };

/** The workspace of the host, in use; not_found on the root host, forbidden when suspended. */
export function requireWorkspace(ctx: RequestContext): HostTenant {
  if (!ctx.tenant)
    throw new AppError('not_found', { reason: 'no_workspace', detail: 'Use the address of your workspace.' });
  requireOpenTenant(ctx.tenant.status);
  return ctx.tenant;
}

/**
 * Who may enter by this password. One answer for an unknown address, a wrong password, a stranger to this workspace
 * and a deactivated member; all are recorded and counted. Throws unauthenticated or rate_limited.
 */
export async function proveByPassword(
  ctx: RequestContext,
  proof: PasswordProof,
  provider?: IdentityProvider,
): Promise<Entrant> {
  const tenant = requireWorkspace(ctx);
  const { identity } = ctx.platform;
  const attempt = await reserveAttempt(ctx, proof.email);
  const known = await (provider ?? createBuiltInProvider(identity)).identify(proof);
  const userId = known && (await userIdOf(identity, known));
  const entrant = userId ? await findEntrant(ctx, tenant.id, userId) : null;
  if (!entrant) {
    await recordEntry(identity, {
      tenantId: tenant.id,
      userId,
      action: 'session.refused',
      detail: { ip: ctx.request.ip },
    });
    throw new AppError('unauthenticated', {
      reason: 'invalid_credentials',
      detail: 'The e-mail or the password is not right.',
    });
  }
  await attempt.succeed();
  await forgetEnded(identity, entrant.userId);
  return entrant;
}

export async function findEntrant(
  { platform }: RequestContext,
  tenantId: string,
  userId: string,
): Promise<Entrant | null> {
  const member = await platform.identity
    .selectFrom('core.memberships')
    .select(['user_id', 'role'])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return member ? { userId: member.user_id, role: member.role as Role } : null;
}

/** Opens a browser session: the cookie goes on the answer, and the secret nowhere else. */
export async function enterByCookie(
  ctx: RequestContext,
  entrant: Entrant,
  { remember }: { remember: boolean },
): Promise<void> {
  const { sessionId, endsAt } = await beginSession(ctx, entrant, 'browser');
  const secret = await addCredential(ctx.platform.identity, { sessionId, kind: 'cookie', expiresAt: endsAt });
  setSessionCookie(ctx.responseHeaders, secret, remember ? LIFE_DAYS_MAX * 86_400 : undefined);
}

/** Opens a token session, for clients outside the browser. */
export async function enterByToken(ctx: RequestContext, entrant: Entrant): Promise<Tokens> {
  return issueTokens(ctx, { ...entrant, ...(await beginSession(ctx, entrant, 'token')) });
}

async function beginSession(
  ctx: RequestContext,
  { userId }: Entrant,
  kind: 'browser' | 'token',
): Promise<OpenedSession & { tenantId: string }> {
  const tenantId = requireWorkspace(ctx).id;
  const { identity, clock } = ctx.platform;
  const { ip, userAgent } = ctx.request;
  const opened = await openSession(identity, { tenantId, userId, kind, now: clock(), ip, userAgent });
  const detail = { kind, sessionId: opened.sessionId, ip };
  await recordEntry(identity, { tenantId, userId, action: 'session.opened', detail });
  return { ...opened, tenantId };
}

export type TokenSession = Entrant & { sessionId: string; tenantId: string; endsAt: Date };

/** A fresh pair for the session: an access token for 15 minutes, and a refresh token that works once. */
export async function issueTokens({ platform }: RequestContext, session: TokenSession): Promise<Tokens> {
  const { sessionId, userId, tenantId, role, endsAt } = session;
  const accessEnds = new Date(platform.clock().getTime() + ACCESS_TOKEN_S * 1_000);
  const secret = await addCredential(platform.identity, { sessionId, kind: 'access', expiresAt: accessEnds });
  const refreshToken = await addCredential(platform.identity, { sessionId, kind: 'refresh', expiresAt: endsAt });
  const accessToken = await signAccessToken(platform, { userId, tenantId, role, sessionId, secret });
  return { accessToken, tokenType: 'Bearer', expiresIn: ACCESS_TOKEN_S, refreshToken };
}
