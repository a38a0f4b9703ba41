import type { AuthenticatedSession, HostTenant, Platform } from '@aura/api';
import { type PlainDb, sql } from '@aura/db';
import { type Actor, AppError, type Role } from '@aura/kernel';
import { verifyAccessToken } from './access-token.ts';
import { API_KEY_PREFIX } from './api-key.ts';
import { hashSecret } from './secret.ts';
import { type CredentialKind, movedExpiry, needsTouch } from './session.ts';

export type PresentedCredentials = {
  /** The workspace that the host names; null on the root host. */
  tenant: HostTenant | null;
  /** Value of the session cookie. */
  cookie?: string | undefined;
  /** What follows `Bearer `: an access token or an API key. It goes before the cookie. */
  bearer?: string | undefined;
  requestId: string;
};

type Presented = { secret: string; kind: CredentialKind; sessionId?: string; userId?: string };

/**
 * Who is asking, proved by a live session of an active member of the host's tenant.
 * Throws unauthenticated (401), or forbidden with the reason `tenant_mismatch` or `tenant_suspended` (403).
 */
export async function resolveSession(
  platform: Platform,
  credentials: PresentedCredentials,
): Promise<AuthenticatedSession> {
  const presented = await readCredentials(platform, credentials);
  const session = presented && (await findLiveSession(platform.identity, presented));
  if (!session) {
    // A closed workspace says so, also to those who are not signed in.
    requireOpenTenant(credentials.tenant?.status ?? 'active');
    throw new AppError('unauthenticated');
  }
  requireEntry(session, credentials.tenant);
  await touchSession(platform, session);
  return { token: presented.secret, actor: actorOf(platform, session) };
}

type LiveSession = NonNullable<Awaited<ReturnType<typeof findLiveSession>>>;

function requireEntry(session: LiveSession, tenant: HostTenant | null): void {
  if (tenant && session.tenant_id !== tenant.id) {
    throw new AppError('forbidden', {
      reason: 'tenant_mismatch',
      detail: 'These credentials belong to another workspace.',
    });
  }
  // The row is fresher than what the process remembers of the host.
  requireOpenTenant(session.tenant_status);
  if (session.member_status !== 'active') throw new AppError('unauthenticated');
}

function actorOf(platform: Platform, session: LiveSession): Actor {
  const role = session.role as Role;
  return {
    tenantId: session.tenant_id,
    userId: session.user_id,
    sessionId: session.session_id,
    role,
    name: session.name,
    email: session.email,
    permissions: permissionsOf(platform, role, session.scopes),
  };
}

/** Throws forbidden with the reason `tenant_suspended` unless the workspace is in use. */
export function requireOpenTenant(status: string): void {
  if (status === 'active') return;
  throw new AppError('forbidden', {
    reason: 'tenant_suspended',
    detail: 'This workspace is suspended. Its data is kept; ask your administrator or write to us.',
  });
}

async function readCredentials(
  platform: Platform,
  { cookie, bearer }: PresentedCredentials,
): Promise<Presented | null> {
  if (bearer?.startsWith(API_KEY_PREFIX)) return { secret: bearer, kind: 'api_key' };
  if (bearer) {
    const { secret, sessionId, userId } = await verifyAccessToken(platform, bearer);
    return { secret, kind: 'access', sessionId, userId };
  }
  return cookie ? { secret: cookie, kind: 'cookie' } : null;
}

function findLiveSession(identity: PlainDb, { secret, kind, sessionId, userId }: Presented) {
  return (
    identity
      .selectFrom('identity.credentials as c')
      .innerJoin('identity.sessions as s', 's.id', 'c.session_id')
      .innerJoin('core.tenants as t', 't.id', 's.tenant_id')
      .innerJoin('core.memberships as m', (join) =>
        join.onRef('m.tenant_id', '=', 's.tenant_id').onRef('m.user_id', '=', 's.user_id'),
      )
      .select(['s.id as session_id', 's.tenant_id', 's.user_id', 's.kind', 's.scopes', 's.last_active_at', 's.ends_at'])
      .select(['m.role', 'm.name', 'm.email', 'm.status as member_status', 't.status as tenant_status'])
      .where('c.token_hash', '=', hashSecret(secret))
      // A cookie's secret is no bearer, and the other way round.
      .where('c.kind', '=', kind)
      .where('c.expires_at', '>', sql<Date>`now()`)
      .where('s.revoked_at', 'is', null)
      .where('s.expires_at', '>', sql<Date>`now()`)
      .where('s.ends_at', '>', sql<Date>`now()`)
      .$if(sessionId !== undefined, (query) =>
        query.where('s.id', '=', String(sessionId)).where('s.user_id', '=', String(userId)),
      )
      .executeTakeFirst()
  );
}

type Activity = { session_id: string; kind: string; last_active_at: Date; ends_at: Date };

async function touchSession({ identity, clock }: Platform, session: Activity): Promise<void> {
  const now = clock();
  if (!needsTouch(session.last_active_at, now)) return;
  // Bound to the hour that was read: of many requests at once, one writes.
  await identity
    .updateTable('identity.sessions')
    .set({
      last_active_at: now,
      ...(session.kind === 'api_key' ? {} : { expires_at: movedExpiry(now, session.ends_at) }),
    })
    .where('id', '=', session.session_id)
    .where('last_active_at', '<', new Date(now.getTime() - 1_800_000))
    .execute();
}

function permissionsOf(platform: Platform, role: Role, scopes: string[] | null): ReadonlySet<string> {
  const all = platform.permissionsOf(role);
  return scopes ? new Set(scopes.filter((scope) => all.has(scope))) : all;
}
