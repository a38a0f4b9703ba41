import { createHash } from 'node:crypto';
import type { RequestContext } from '@aura/api';
import { AppError } from '@aura/kernel';

const WINDOW_S = 900;
const WRONG_PER_ACCOUNT_AND_ADDRESS_MAX = 10;
const WRONG_PER_ACCOUNT_MAX = 100;
const WRONG_PER_ADDRESS_MAX = 50;

export type Attempt = {
  /** The password was right: the attempt does not count. */
  succeed(): Promise<void>;
};

type Counter = { key: string; max: number };

/**
 * Counts a try before it is made, so that a thousand at once are not a thousand guesses; a right one is taken back.
 * Ten wrong ones in 15 minutes close an account for that address only: the owner elsewhere still gets in, and a
 * hundred from everywhere close it for all. Fifty wrong ones close an address. Throws rate_limited.
 */
export async function reserveAttempt(ctx: RequestContext, email: string): Promise<Attempt> {
  const account = email.toLowerCase();
  const { ip } = ctx.request;
  const counters = [
    { key: `both:${account}|${ip}`, max: WRONG_PER_ACCOUNT_AND_ADDRESS_MAX },
    { key: `address:${ip}`, max: WRONG_PER_ADDRESS_MAX },
    { key: `account:${account}`, max: WRONG_PER_ACCOUNT_MAX },
  ];
  const counted: Counter[] = [];
  const takeBack = async (): Promise<void> => void (await Promise.all(counted.map(({ key }) => change(ctx, key, -1))));
  for (const counter of counters) {
    counted.push(counter);
    if (await count(ctx, counter)) continue;
    // A refused try was no guess: one closed address must not close the account for everyone.
    await takeBack();
    throw new AppError('rate_limited', {
      retryAfterS: WINDOW_S,
      detail: 'Too many wrong passwords. Wait 15 minutes or reset your password.',
    });
  }
  return { succeed: takeBack };
}

async function count(ctx: RequestContext, { key, max }: Counter): Promise<boolean> {
  const tries = await change(ctx, key, 1);
  if (tries !== undefined) return tries <= max;
  // Without Redis each process counts by itself, right ones included.
  return (await ctx.platform.cache.rateLimit({ scope: 'sign-in', key, points: max, windowS: WINDOW_S })).allowed;
}

function change(ctx: RequestContext, key: string, by: 1 | -1): Promise<number | undefined> {
  const name = createHash('sha256').update(key).digest('base64url');
  return ctx.platform.cache.platform.increment(`sign-in:${name}`, { ttlMs: WINDOW_S * 1_000, by });
}
