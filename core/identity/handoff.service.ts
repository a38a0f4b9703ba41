import type { Platform, RequestContext } from '@aura/api';
import { AppError } from '@aura/kernel';
import { addLinkToken, redeemLinkToken } from './one-time-token.service.ts';
import { workspaceOrigin } from './origin.ts';
import { enterByCookie, findEntrant, requireWorkspace } from './sign-in.service.ts';

const HANDOFF_S = 60;

export type HandoffTo = { userId: string; tenantId: string; slug: string };

/** Cookies belong to one host, so a person proved on one host enters another by a code that works once, there, for a minute. */
export async function createHandoffUrl(platform: Platform, { userId, tenantId, slug }: HandoffTo): Promise<string> {
  const expiresAt = new Date(platform.clock().getTime() + HANDOFF_S * 1_000);
  const code = await addLinkToken(platform.identity, { purpose: 'handoff', userId, tenantId, expiresAt });
  return `${workspaceOrigin(platform, slug)}/auth/handoff?code=${code}`;
}

/** Turns the code into a browser session of this host. Throws unauthenticated. */
export async function redeemHandoff(ctx: RequestContext, code: string): Promise<void> {
  const tenant = requireWorkspace(ctx);
  const used = await redeemLinkToken(ctx, { purpose: 'handoff', token: code });
  const entrant = used && (await findEntrant(ctx, tenant.id, used.userId));
  if (!entrant)
    throw new AppError('unauthenticated', {
      reason: 'invalid_handoff',
      detail: 'This sign-in link has expired. Sign in with your password.',
    });
  await enterByCookie(ctx, entrant, { remember: true });
}
