import type { RequestContext } from '@aura/api';
import { AppError } from '@aura/kernel';

const PER_ADDRESS = { points: 10, windowS: 900 };
/** Many addresses at once must not fill the company's mailbox either. */
const IN_ALL = { points: 200, windowS: 3_600 };

/** Counts a message that is well formed. Throws rate_limited with the minutes to wait. */
export async function countMessage(ctx: RequestContext): Promise<void> {
  const { cache } = ctx.platform;
  const own = await cache.rateLimit({ scope: 'site-message', key: `address:${ctx.request.ip}`, ...PER_ADDRESS });
  const state = own.allowed ? await cache.rateLimit({ scope: 'site-message', key: 'all', ...IN_ALL }) : own;
  if (state.allowed) return;
  const minutes = Math.max(1, Math.ceil(state.retryAfterS / 60));
  throw new AppError('rate_limited', {
    retryAfterS: state.retryAfterS,
    detail: `Too many messages. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, or write an e-mail.`,
  });
}
