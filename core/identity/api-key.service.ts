import { type ActorContext, recordAudit } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { API_KEY_PREFIX } from './api-key.ts';
import type { ApiKeyCreateInput, ApiKeyOutput } from './me.schema.ts';
import { addCredential, endSession, openSession } from './session.service.ts';

const DAY_MS = 86_400_000;
const LIVE_KEYS_MAX = 50;

/** Makes a key with the maker's permissions or fewer. The key is in the answer and nowhere else. */
export async function createApiKey(
  ctx: ActorContext,
  input: ApiKeyCreateInput,
): Promise<ApiKeyOutput & { key: string }> {
  const { actor, platform } = ctx;
  const scopes = scopesOf(ctx, input.scopes);
  if ((await listApiKeys(ctx)).length >= LIVE_KEYS_MAX) {
    throw new AppError('conflict', {
      reason: 'too_many_api_keys',
      detail: `You have ${LIVE_KEYS_MAX} keys. Revoke one first.`,
    });
  }
  const now = platform.clock();
  const endsAt = new Date(now.getTime() + input.expiresInDays * DAY_MS);
  const { sessionId, key } = await platform.identity.transaction().execute(async (identity) => {
    const { sessionId } = await openSession(identity, {
      tenantId: actor.tenantId,
      userId: actor.userId,
      kind: 'api_key',
      label: input.name,
      scopes,
      now,
      endsAt,
    });
    return {
      sessionId,
      key: await addCredential(identity, { sessionId, kind: 'api_key', expiresAt: endsAt, prefix: API_KEY_PREFIX }),
    };
  });
  await recordAudit(ctx, {
    action: 'api_key.created',
    entity: 'api_key',
    entityId: sessionId,
    detail: { name: input.name, scopes, expiresAt: endsAt.toISOString() },
  });
  return {
    id: sessionId,
    name: input.name,
    scopes,
    createdAt: now.toISOString(),
    lastUsedAt: null,
    expiresAt: endsAt.toISOString(),
    key,
  };
}

function scopesOf({ actor, platform }: ActorContext, wanted: string[] | undefined): string[] | null {
  const missing = wanted?.find((scope) => !actor.permissions.has(scope));
  if (missing)
    throw new AppError('invalid', {
      reason: 'unknown_scope',
      field: 'scopes',
      detail: `You do not have the permission ${missing}`,
    });
  if (wanted) return [...new Set(wanted)].sort();
  // A key made with a narrowed key is no wider than that key.
  const isNarrowed = actor.permissions.size < platform.permissionsOf(actor.role).size;
  return isNarrowed ? [...actor.permissions].sort() : null;
}

/** The person's own live keys in this workspace, newest first. */
export async function listApiKeys({ platform, actor }: ActorContext): Promise<ApiKeyOutput[]> {
  const rows = await ownKeys({ platform, actor })
    .select(['id', 'label', 'scopes', 'created_at', 'last_active_at', 'expires_at'])
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.label ?? '',
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_active_at > row.created_at ? row.last_active_at.toISOString() : null,
    expiresAt: row.expires_at.toISOString(),
  }));
}

export async function getApiKey(ctx: ActorContext, id: string): Promise<ApiKeyOutput> {
  const own = (await listApiKeys(ctx)).find((key) => key.id === id);
  if (!own) throw new AppError('not_found');
  return own;
}

function ownKeys({ platform, actor }: Pick<ActorContext, 'platform' | 'actor'>) {
  return platform.identity
    .selectFrom('identity.sessions')
    .where('user_id', '=', actor.userId)
    .where('tenant_id', '=', actor.tenantId)
    .where('kind', '=', 'api_key')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`);
}

/** Ends a key at once. Throws not_found for one that is not the caller's. */
export async function revokeApiKey(ctx: ActorContext, id: string): Promise<void> {
  const own = await ownKeys(ctx).select('id').where('id', '=', id).executeTakeFirst();
  if (!own) throw new AppError('not_found');
  await recordAudit(ctx, { action: 'api_key.revoked', entity: 'api_key', entityId: id });
  // A key may revoke itself: then this is the last that its context can do.
  await endSession(ctx.platform.identity, id);
}
