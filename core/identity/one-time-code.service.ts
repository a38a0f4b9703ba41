import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { type ActorContext, deriveKey } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { composeMail } from './mail-template.ts';
import { recordEntry } from './session.service.ts';

const CODE_S = 600;
const TRIES_MAX = 5;
const CODES_PER_HOUR_MAX = 10;

/** Mails six digits to the person who asks, for one purpose in this workspace; an older code is void (S8). */
export async function mailCode(ctx: ActorContext, purpose: string): Promise<{ expiresAt: Date }> {
  const { platform, actor, tenant } = ctx;
  await enforceCodeLimit(ctx);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const salt = randomBytes(16).toString('base64url');
  const expiresAt = new Date(platform.clock().getTime() + CODE_S * 1_000);
  await platform.identity.transaction().execute(async (identity) => {
    await voidCodes(identity, ctx, purpose);
    await identity
      .insertInto('identity.one_time_tokens')
      .values({
        token_hash: digest(ctx, { purpose, code, salt }),
        purpose: 'code',
        user_id: actor.userId,
        tenant_id: actor.tenantId,
        detail: JSON.stringify({ for: purpose, salt }),
        expires_at: expiresAt,
      })
      .execute();
  });
  await platform.mail(
    composeMail({
      to: actor.email,
      subject: `Your Aura code`,
      paragraphs: [
        `Enter this code to confirm "${purpose.replaceAll('_', ' ')}" in ${tenant.name}. It works once, for ten minutes.`,
      ],
      code,
      because:
        'If you did not ask for it, someone may be using your session: sign out everywhere and change your password.',
    }),
  );
  await recordEntry(platform.identity, {
    tenantId: actor.tenantId,
    userId: actor.userId,
    action: 'code.sent',
    detail: { purpose },
  });
  return { expiresAt };
}

/**
 * Uses the caller's code for this purpose. Throws invalid on `code` when it is wrong, saying how many tries are left, and
 * when it is used, expired or was tried five times. Counted and used in a transaction of its own: a refused operation gives no further tries.
 */
export async function redeemCode(ctx: ActorContext, purpose: string, code: string): Promise<void> {
  const { platform, actor } = ctx;
  const tried = await countTry(ctx, purpose);
  const isRight =
    tried !== undefined && timingSafeEqual(tried.token_hash, digest(ctx, { purpose, code, salt: tried.salt }));
  if (isRight && (await spendCode(ctx, tried.token_hash))) {
    await recordEntry(platform.identity, {
      tenantId: actor.tenantId,
      userId: actor.userId,
      action: 'code.used',
      detail: { purpose },
    });
    return;
  }
  await recordEntry(platform.identity, {
    tenantId: actor.tenantId,
    userId: actor.userId,
    action: 'code.refused',
    detail: { purpose },
  });
  throw new AppError('invalid', {
    reason: 'invalid_code',
    field: 'code',
    detail: refusalOf(tried?.attempts),
  });
}

function refusalOf(attempts = TRIES_MAX): string {
  const left = TRIES_MAX - attempts;
  if (left === 0) return 'This code is not right or has expired. Ask for a new one.';
  return `This code is wrong. ${left === 1 ? 'One try is' : `${left} tries are`} left.`;
}

async function enforceCodeLimit({ platform, actor }: ActorContext): Promise<void> {
  const key = `${actor.tenantId}:${actor.userId}`;
  const state = await platform.cache.rateLimit({ scope: 'codes', key, points: CODES_PER_HOUR_MAX, windowS: 3_600 });
  if (!state.allowed)
    throw new AppError('rate_limited', {
      retryAfterS: state.retryAfterS,
      detail: 'You asked for many codes. Use the last one, or try again later.',
    });
}

type Digested = { purpose: string; code: string; salt: string };

// Six digits are guessed from a plain hash in a second: the key is not in the database, and the salt keeps rows apart.
function digest({ platform, actor }: ActorContext, { purpose, code, salt }: Digested): Buffer {
  const bound = [actor.tenantId, actor.userId, purpose, salt, code].join('\0');
  return createHmac('sha256', deriveKey(platform.secret, 'one-time-codes')).update(bound).digest();
}

async function voidCodes(
  identity: ActorContext['platform']['identity'],
  { actor }: ActorContext,
  purpose: string,
): Promise<void> {
  await sql`update identity.one_time_tokens set used_at = now()
    where user_id = ${actor.userId} and tenant_id = ${actor.tenantId} and purpose = 'code' and detail ->> 'for' = ${purpose} and used_at is null`.execute(
    identity,
  );
}

type Tried = { token_hash: Buffer; salt: string; attempts: number };

async function countTry({ platform, actor }: ActorContext, purpose: string): Promise<Tried | undefined> {
  const { rows } = await sql<Tried>`
    update identity.one_time_tokens set attempts = attempts + 1
     where user_id = ${actor.userId} and tenant_id = ${actor.tenantId} and purpose = 'code' and detail ->> 'for' = ${purpose}
       and used_at is null and expires_at > now() and attempts < ${TRIES_MAX}
    returning token_hash, detail ->> 'salt' as salt, attempts`.execute(platform.identity);
  return rows[0];
}

async function spendCode({ platform }: ActorContext, tokenHash: Buffer): Promise<boolean> {
  const used = await platform.identity
    .updateTable('identity.one_time_tokens')
    .set({ used_at: sql<Date>`now()` })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}
