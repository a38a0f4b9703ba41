import type { RequestContext } from '@aura/api';
import { sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { composeMail } from './mail-template.ts';
import { addLinkToken, mayMail, redeemLinkToken, voidLinkTokens } from './one-time-token.service.ts';
import { workspaceOrigin } from './origin.ts';

const VERIFY_S = 7 * 86_400;

export type VerifyMail = { userId: string; email: string; tenant: { id: string; slug: string; name: string } };

/** Mails the link that proves the address. Nothing waits for it: a banner asks until it is followed. */
export async function mailEmailVerification(ctx: RequestContext, { userId, email, tenant }: VerifyMail): Promise<void> {
  const { platform } = ctx;
  if (!(await mayMail(ctx, `verify:${email}`)))
    throw new AppError('rate_limited', {
      retryAfterS: 3_600,
      detail: 'We mailed this link several times. Look in your mailbox, or try again in an hour.',
    });
  await voidLinkTokens(platform.identity, { purpose: 'verify_email', userId });
  const expiresAt = new Date(platform.clock().getTime() + VERIFY_S * 1_000);
  const token = await addLinkToken(platform.identity, {
    purpose: 'verify_email',
    userId,
    tenantId: tenant.id,
    expiresAt,
  });
  await platform.mail(
    composeMail({
      to: email,
      subject: 'Confirm your e-mail for Aura',
      paragraphs: [`You use this address for ${tenant.name} in Aura. Please confirm that it is yours.`],
      action: {
        label: 'Confirm my e-mail',
        url: `${workspaceOrigin(platform, tenant.slug)}/verify-email?token=${token}`,
      },
      because: 'If you did not sign up for Aura, ignore this mail.',
    }),
  );
}

/** Throws invalid on `token` when the link was used or has expired. */
export async function verifyEmail(ctx: RequestContext, token: string): Promise<void> {
  const used = await redeemLinkToken(ctx, { purpose: 'verify_email', token });
  if (!used)
    throw new AppError('invalid', {
      reason: 'invalid_token',
      field: 'token',
      detail: 'This link has expired or was used. Ask for a new one.',
    });
  await ctx.platform.identity
    .updateTable('identity.users')
    .set({ email_verified_at: sql<Date>`coalesce(email_verified_at, now())` })
    .where('id', '=', used.userId)
    .execute();
}
