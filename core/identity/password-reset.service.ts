import type { RequestContext } from '@aura/api';
import { type PlainDb, sql } from '@aura/db';
import { AppError } from '@aura/kernel';
import { composeMail } from './mail-template.ts';
import { addLinkToken, mayMail, redeemLinkToken, voidLinkTokens } from './one-time-token.service.ts';
import { workspaceOrigin } from './origin.ts';
import { hashPassword, passwordIssue } from './password.ts';
import { hashSecret } from './secret.ts';
import { endAllAccess, recordEntry } from './session.service.ts';
import { requireWorkspace } from './sign-in.service.ts';

const RESET_S = 3_600;

/** Mails a link to an active member of this workspace, and says the same to everyone else. */
export async function requestPasswordReset(ctx: RequestContext, email: string): Promise<void> {
  const tenant = requireWorkspace(ctx);
  const { platform } = ctx;
  const member = await platform.identity
    .selectFrom('core.memberships as m')
    .innerJoin('identity.users as u', 'u.id', 'm.user_id')
    .select(['u.id', 'u.email'])
    .where('m.tenant_id', '=', tenant.id)
    .where('u.email_norm', '=', email.toLowerCase())
    .where('m.status', '=', 'active')
    .executeTakeFirst();
  if (!member || !(await mayMail(ctx, `reset:${email}`))) return;
  await voidLinkTokens(platform.identity, { purpose: 'password_reset', userId: member.id });
  const expiresAt = new Date(platform.clock().getTime() + RESET_S * 1_000);
  const token = await addLinkToken(platform.identity, {
    purpose: 'password_reset',
    userId: member.id,
    tenantId: tenant.id,
    expiresAt,
  });
  await recordEntry(platform.identity, {
    tenantId: tenant.id,
    userId: member.id,
    action: 'password.reset_requested',
    detail: { ip: ctx.request.ip },
  });
  const url = `${workspaceOrigin(platform, tenant.slug)}/reset-password?token=${token}`;
  const mail = composeMail({
    to: member.email,
    subject: 'Choose a new password for Aura',
    paragraphs: [
      `Someone, probably you, asked to reset your password for ${tenant.name}.`,
      'The link works once, for one hour. Your password stays as it is until you choose a new one.',
    ],
    action: { label: 'Choose a new password', url },
    because: 'If this was not you, ignore this mail: nothing has changed.',
  });
  // Not awaited: how long a mail takes would tell a known address from an unknown one.
  void platform
    .mail(mail)
    .catch(() => platform.logger.error('mail.failed', { requestId: ctx.request.id, purpose: 'password_reset' }));
}

/** Sets the new password and ends the person's sessions and API keys everywhere. Throws invalid on `token` or `password`. */
export async function confirmPasswordReset(
  ctx: RequestContext,
  input: { token: string; password: string },
): Promise<void> {
  const tenant = requireWorkspace(ctx);
  const { identity } = ctx.platform;
  await requireGoodPassword(identity, input);
  const used = await redeemLinkToken(ctx, { purpose: 'password_reset', token: input.token });
  if (!used)
    throw new AppError('invalid', {
      reason: 'invalid_token',
      field: 'token',
      detail: 'This link has expired or was used. Ask for a new one.',
    });
  await setPassword(identity, { userId: used.userId, password: input.password });
  // Whoever reads the mailbox owns the address.
  await identity
    .updateTable('identity.users')
    .set({ email_verified_at: sql<Date>`coalesce(email_verified_at, now())` })
    .where('id', '=', used.userId)
    .execute();
  await endAllAccess(identity, used.userId);
  await recordEntry(identity, {
    tenantId: tenant.id,
    userId: used.userId,
    action: 'password.reset',
    detail: { ip: ctx.request.ip },
  });
}

// Before the link is used up: a refused password must leave it usable.
async function requireGoodPassword(
  identity: PlainDb,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const person = await identity
    .selectFrom('identity.one_time_tokens as t')
    .innerJoin('identity.users as u', 'u.id', 't.user_id')
    .select(['u.email', 'u.name'])
    .where('t.token_hash', '=', hashSecret(token))
    .executeTakeFirst();
  requirePassword(password, person ?? { email: '' });
}

/** Throws invalid on the field `password` when it is too easy for this person. */
export function requirePassword(password: string, person: { email: string; name?: string }): void {
  const issue = passwordIssue(password, person);
  if (issue) throw new AppError('invalid', { reason: 'weak_password', field: 'password', detail: issue });
}

export async function setPassword(
  identity: PlainDb,
  { userId, password }: { userId: string; password: string },
): Promise<void> {
  const hash = await hashPassword(password);
  await identity
    .updateTable('identity.users')
    .set({ password_hash: hash, updated_at: sql<Date>`now()` })
    .where('id', '=', userId)
    .execute();
  // A link mailed for the old password must not open the account again.
  await voidLinkTokens(identity, { purpose: 'password_reset', userId });
}
