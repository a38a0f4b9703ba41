export { reserveAttempt } from './attempt-limit.ts';
export { authRouter } from './auth.router.ts';
export { linkToken, newPassword, tokensOutput } from './auth.schema.ts';
export { mailEmailVerification } from './email-verification.service.ts';
export { createHandoffUrl, redeemHandoff } from './handoff.service.ts';
export { createJobContextOpener } from './job-context.service.ts';
export { createMailer, type DevMail, listDevMails, type MailerOptions } from './mail.ts';
export { composeMail, type MailContent } from './mail-template.ts';
export { apiKeyRouter, meRouter } from './me.router.ts';
export { redeemCode } from './one-time-code.service.ts';
export { mayMail } from './one-time-token.service.ts';
export { rootOrigin, workspaceOrigin } from './origin.ts';
export { hashPassword, passwordIssue } from './password.ts';
export { requirePassword, setPassword } from './password-reset.service.ts';
export { hashSecret, newSecret } from './secret.ts';
export { endMemberSessions, endSessions, recordEntry, withShortSession } from './session.service.ts';
export { clearSessionCookie, SESSION_COOKIE } from './session-cookie.ts';
export { requireOpenTenant, resolveSession } from './session-resolver.service.ts';
export {
  type Entrant,
  enterByCookie,
  enterByToken,
  findEntrant,
  requireWorkspace,
  type Tokens,
} from './sign-in.service.ts';
export { signOut } from './sign-out.service.ts';
export { jwks, rotateSigningKey } from './signing-key.service.ts';
export { createUser, ensureUsers, findUser, hasPassword, type User } from './user.service.ts';
