import { createHash } from 'node:crypto';
import { AppError } from '@aura/kernel';
import superjson from 'superjson';
import type { RequestContext } from './context.ts';
import { enforcePublicLimit } from './rate-limit.ts';
import { deriveKey, seal, unseal } from './seal.ts';

type Asked = { ctx: RequestContext; path: string; request: Request; input: unknown };
type FirstAnswer = { output: unknown; cookies: string[] };

const KEPT_MS = 24 * 3_600_000;
const RUNNING_MS_MAX = 60_000;

/**
 * Answers a POST of someone who is not signed in as it was answered first, where it carries an Idempotency-Key. Nobody is
 * known yet and the answer may open a session, so only the very same request finds it: same host, path, address, key,
 * credentials and body, the password in it included. Another body is another request, never a mismatch: telling would let
 * whoever guesses a key try bodies against it. What is kept is sealed with the key and the body, which are not kept.
 * Refusals are not remembered; 409 while the first is still running.
 */
export async function replayPublic(asked: Asked, run: () => Promise<unknown>): Promise<unknown> {
  const { ctx, path } = asked;
  const asking = describeRequest(asked);
  if (asking === null) return run();
  const { platform: cache } = ctx.platform.cache;
  const name = `replay:${createHash('sha256').update(asking).digest('hex')}`;
  const sealingKey = deriveKey(ctx.platform.secret, `public replay ${asking}`);

  const isFirst = (await cache.increment(`${name}:running`, { ttlMs: RUNNING_MS_MAX })) ?? 1;
  try {
    const known = await cache.get<string>(name);
    if (known !== undefined) {
      await enforcePublicLimit(ctx);
      return giveAgain(ctx, superjson.parse(unseal(known, sealingKey, path)));
    }
    if (isFirst > 1)
      throw new AppError('conflict', {
        reason: 'idempotency_running',
        detail: 'The first request with this key is still running.',
      });
    const output = await run();
    const first: FirstAnswer = { output, cookies: ctx.responseHeaders.getSetCookie() };
    await cache.set(name, seal(superjson.stringify(first), sealingKey, path), { ttlMs: KEPT_MS });
    return output;
  } finally {
    if (isFirst === 1) await cache.delete(`${name}:running`);
  }
}

/** All that makes this request the same as another; null without a key. */
function describeRequest({ ctx, path, request, input }: Asked): string | null {
  const { idempotencyKey, host, ip } = ctx.request;
  if (!idempotencyKey) return null;
  const credentials = [request.headers.get('authorization'), request.headers.get('cookie')];
  return JSON.stringify([host, path, ip, idempotencyKey, credentials, input ?? null]);
}

function giveAgain({ responseHeaders }: RequestContext, { output, cookies }: FirstAnswer): unknown {
  for (const cookie of cookies) responseHeaders.append('set-cookie', cookie);
  return output;
}
