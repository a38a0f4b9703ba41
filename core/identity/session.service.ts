import { isIP } from 'node:net';
import { type PlainDb, sql } from '@aura/db';
import { hashSecret, newSecret } from './secret.ts';
import { type CredentialKind, newSessionEnds, type SessionKind } from './session.ts';

export type SessionStart = {
  tenantId: string;
  userId: string;
  kind: SessionKind;
  now: Date;
  label?: string | null;
  scopes?: string[] | null;
  ip?: string;
  userAgent?: string;
  /** An API key's or a job's own end; thirty sliding and ninety absolute days otherwise. */
  endsAt?: Date;
};

export type OpenedSession = { sessionId: string; endsAt: Date };

export async function openSession(identity: PlainDb, start: SessionStart): Promise<OpenedSession> {
  const ends = newSessionEnds(start.now);
  const endsAt = start.endsAt ?? ends.endsAt;
  const { id } = await identity
    .insertInto('identity.sessions')
    .values({
      tenant_id: start.tenantId,
      user_id: start.userId,
      kind: start.kind,
      label: start.label ?? null,
      scopes: start.scopes ?? null,
      ip: start.ip && isIP(start.ip) ? start.ip : null,
      user_agent: start.userAgent?.slice(0, 300) ?? null,
      expires_at: start.endsAt ?? ends.expiresAt,
      ends_at: endsAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { sessionId: id, endsAt };
}

export type NewCredential = { sessionId: string; kind: CredentialKind; expiresAt: Date; prefix?: string };

/** A new secret that stands for the session. It is returned once; only its hash is kept. */
export async function addCredential(
  identity: PlainDb,
  { sessionId, kind, expiresAt, prefix = '' }: NewCredential,
): Promise<string> {
  const secret = prefix + newSecret();
  await identity
    .insertInto('identity.credentials')
    .values({ token_hash: hashSecret(secret), session_id: sessionId, kind, expires_at: expiresAt })
    .execute();
  return secret;
}

/** Ends sessions at once: the database refuses their secrets from now on. */
export async function endSession(identity: PlainDb, sessionId: string): Promise<void> {
  await identity
    .updateTable('identity.sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Ends a person's browser and token sessions, in one workspace or in all; API keys are ended one by one. */
export function endSessions(identity: PlainDb, of: { userId: string; tenantId?: string }): Promise<number> {
  return endKinds(identity, { ...of, kinds: ['browser', 'token'] });
}

/** Ends every way in that a person has, to all workspaces, API keys included: whoever took the account may have made one. */
export async function endAllAccess(identity: PlainDb, userId: string): Promise<void> {
  await endKinds(identity, { userId, kinds: ['browser', 'token', 'api_key'] });
}

/** Ends every way in that a member has to one workspace, API keys included. */
export async function endMemberSessions(identity: PlainDb, of: { userId: string; tenantId: string }): Promise<void> {
  await endKinds(identity, { ...of, kinds: ['browser', 'token', 'api_key', 'job'] });
}

type Ending = { userId: string; tenantId?: string; kinds: SessionKind[] };

async function endKinds(identity: PlainDb, { userId, tenantId, kinds }: Ending): Promise<number> {
  const result = await identity
    .updateTable('identity.sessions')
    .set({ revoked_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('kind', 'in', kinds)
    .where('revoked_at', 'is', null)
    .$if(tenantId !== undefined, (query) => query.where('tenant_id', '=', String(tenantId)))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Runs `work` with a secret that opens the person's tenant context for a minute; for the platform's own first steps. */
export async function withShortSession<T>(
  identity: PlainDb,
  member: { tenantId: string; userId: string; now: Date },
  work: (opened: { sessionId: string; token: string }) => Promise<T>,
): Promise<T> {
  const endsAt = new Date(member.now.getTime() + 60_000);
  const { sessionId } = await openSession(identity, { ...member, kind: 'job', endsAt });
  try {
    return await work({
      sessionId,
      token: await addCredential(identity, { sessionId, kind: 'job', expiresAt: endsAt }),
    });
  } finally {
    await identity.deleteFrom('identity.sessions').where('id', '=', sessionId).execute();
  }
}

/**
 * Forgets what ended long ago of one person; each sign-in does it for whoever signs in. The audit log keeps that it was.
 * A used refresh token stays as long as its session: its second use is how a theft shows.
 */
export async function forgetEnded(identity: PlainDb, userId: string): Promise<void> {
  await sql`delete from identity.credentials c using identity.sessions s
    where s.id = c.session_id and s.user_id = ${userId} and c.kind in ('access', 'job') and c.expires_at < now() - interval '1 day'`.execute(
    identity,
  );
  await sql`delete from identity.sessions
    where user_id = ${userId} and coalesce(revoked_at, expires_at) < now() - interval '30 days'`.execute(identity);
  await sql`delete from identity.one_time_tokens
    where user_id = ${userId} and expires_at < now() - interval '7 days'`.execute(identity);
}

export type EntryRecord = { tenantId: string; userId: string | null; action: string; detail?: Record<string, unknown> };

/** Sign-ins, refusals and resets in the tenant's audit log, before or without a context. */
export async function recordEntry(
  identity: PlainDb,
  { tenantId, userId, action, detail = {} }: EntryRecord,
): Promise<void> {
  await sql`select audit.record_entry(${tenantId}::uuid, ${userId}::uuid, ${action}, ${JSON.stringify(detail)}::jsonb)`.execute(
    identity,
  );
}
