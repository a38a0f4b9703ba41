import { enforceRateLimit, type RequestContext } from '@aura/api';

// Behind one address there can be a whole office; a signed-in person has a limit of their own.
const PEOPLE_PER_ADDRESS = 5;

/** Counts a request that nobody is signed in for, by its address. Throws rate_limited. */
export function enforcePublicLimit(ctx: RequestContext): Promise<void> {
  return enforceRateLimit(ctx, `address:${ctx.request.ip}`, ctx.platform.rateLimitPerMinute * PEOPLE_PER_ADDRESS);
}
