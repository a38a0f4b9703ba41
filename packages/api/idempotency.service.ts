import { sql, type TenantDb } from '@aura/db';
import { type Actor, AppError } from '@aura/kernel';
import superjson from 'superjson';
import { deriveKey, seal, unseal } from './seal.ts';

type Asked = { actor: Actor; path: string; key: string; bodyHash: string; secret: string };

// An answer can hold what is shown once (an API key), so it is kept under the installation's secret.
const sealingKey = (secret: string): Buffer => deriveKey(secret, 'idempotency');

/**
 * The first answer to this key, if there was one in 24 hours. 409 while the first is still running, 422 when the same
 * key comes with another body. The lock is the transaction's: a crash frees it and leaves nothing half done.
 */
export async function replayAnswer(
  db: TenantDb,
  { actor, path, key, bodyHash, secret }: Asked,
): Promise<{ data: unknown } | null> {
  const scope = `${actor.tenantId}:${actor.userId}:${path}:${key}`;
  const lock = await sql<{
    locked: boolean;
  }>`select pg_try_advisory_xact_lock(hashtextextended(${scope}, 1)) as locked`.execute(db);
  if (!lock.rows[0]?.locked)
    throw new AppError('conflict', {
      reason: 'idempotency_running',
      detail: 'The first request with this key is still running.',
    });
  await db
    .deleteFrom('core.idempotency_keys')
    .where('path', '=', path)
    .where('key', '=', key)
    .where('created_at', '<', sql<Date>`now() - interval '24 hours'`)
    .execute();
  const known = await db
    .selectFrom('core.idempotency_keys')
    .select(['body_hash', 'answer'])
    .where('path', '=', path)
    .where('key', '=', key)
    .where('user_id', '=', actor.userId)
    .executeTakeFirst();
  if (!known) return null;
  if (known.body_hash !== bodyHash) {
    throw new AppError('invalid', {
      reason: 'idempotency_mismatch',
      detail: 'This Idempotency-Key was used for another request.',
    });
  }
  if (typeof known.answer !== 'string') throw new Error('A remembered answer is not sealed');
  return { data: superjson.parse(unseal(known.answer, sealingKey(secret), path)) };
}

export async function rememberAnswer(
  db: TenantDb,
  first: { path: string; key: string; bodyHash: string; data: unknown; secret: string },
): Promise<void> {
  await db
    .insertInto('core.idempotency_keys')
    .values({
      path: first.path,
      key: first.key,
      body_hash: first.bodyHash,
      answer: JSON.stringify(seal(superjson.stringify(first.data), sealingKey(first.secret), first.path)),
    })
    .execute();
}
