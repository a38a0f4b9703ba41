import type { RequestContext } from '@aura/api';
import { type PlainDb, sql } from '@aura/db';
import { hashSecret, newSecret } from './secret.ts';

export type LinkPurpose = 'handoff' | 'password_reset' | 'verify_email';

export type LinkToken = { purpose: LinkPurpose; userId: string; tenantId: string; expiresAt: Date };

/** A secret for a link that works once. Only its hash is kept. */
export async function addLinkToken(
  identity: PlainDb,
  { purpose, userId, tenantId, expiresAt }: LinkToken,
): Promise<string> {
  const secret = newSecret();
  await identity
    .insertInto('identity.one_time_tokens')
    .values({ token_hash: hashSecret(secret), purpose, user_id: userId, tenant_id: tenantId, expires_at: expiresAt })
    .execute();
  return secret;
}

/** Makes older links of the same purpose worthless. */
export async function voidLinkTokens(
  identity: PlainDb,
  { purpose, userId }: { purpose: LinkPurpose; userId: string },
): Promise<void> {
  await identity
    .updateTable('identity.one_time_tokens')
    .set({ used_at: sql<Date>`now()` })
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
}

/** Uses the link: null when it was used, has expired, or is not of this workspace. Of two at once, one gets it. */
export async function redeemLinkToken(
  { platform, tenant }: RequestContext,
  link: { purpose: LinkPurpose; token: string },
): Promise<{ userId: string; tenantId: string | null } | null> {
  const used = await platform.identity
    .updateTable('identity.one_time_tokens')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', hashSecret(link.token))
    .where('purpose', '=', link.purpose)
    .where('tenant_id', '=', tenant?.id ?? null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .returning(['user_id', 'tenant_id'])
    .executeTakeFirst();
  return used ? { userId: used.user_id, tenantId: used.tenant_id } : null;
}

/** The mailbox is free for one more link to this person; beyond, mails are silently not sent. */
export async function mayMail({ platform }: RequestContext, key: string): Promise<boolean> {
  return (await platform.cache.rateLimit({ scope: 'mail', key: key.toLowerCase(), points: 5, windowS: 3_600 })).allowed;
}
