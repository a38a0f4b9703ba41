import { AppError } from '@aura/kernel';
import type { RequestContext } from './context.ts';

const WINDOW_S = 60;

/** S7: counts the request and puts the standard headers on the answer; 429 with Retry-After beyond the limit. */
export async function enforceRateLimit(
  ctx: RequestContext,
  key: string,
  points: number = ctx.platform.rateLimitPerMinute,
): Promise<void> {
  // A page renders by calling procedures in-process; only what comes over the wire counts.
  if (ctx.request.transport === 'server') return;
  const state = await ctx.platform.cache.rateLimit({ scope: 'api', key, points, windowS: WINDOW_S });
  ctx.responseHeaders.set('RateLimit-Policy', `"default";q=${points};w=${WINDOW_S}`);
  ctx.responseHeaders.set('RateLimit', `"default";r=${state.remaining};t=${state.resetS}`);
  if (!state.allowed) {
    throw new AppError('rate_limited', {
      retryAfterS: state.retryAfterS,
      detail: `Too many requests. Try again in ${state.retryAfterS} seconds.`,
    });
  }
}

// Behind one address there can be a whole office; a signed-in person has a limit of their own.
const PEOPLE_PER_ADDRESS = 5;

/** Counts a request that nobody is signed in for, by its address. Throws rate_limited. */
export function enforcePublicLimit(ctx: RequestContext): Promise<void> {
  return enforceRateLimit(ctx, `address:${ctx.request.ip}`, ctx.platform.rateLimitPerMinute * PEOPLE_PER_ADDRESS);
}
