import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** The roles that processes log in as. Each may do one thing; see packages/db/sql/202611210100_roles.sql. */
export const LOGIN_ROLES = ['aura_app', 'aura_identity', 'aura_worker'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];

export function loginPassword(secret: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`login:${role}`).digest('base64url');
}

/** The admin's address with another login: `postgres://aura_app:…@host/aura`. */
export function loginUrl(adminUrl: string, secret: string, role: LoginRole): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = loginPassword(secret, role);
  return url.toString();
}

const ITERATIONS = 4096;

/** What PostgreSQL stores for a password under SCRAM-SHA-256 (RFC 5803). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const storedKey = createHash('sha256').update(clientKey).digest('base64');
  const serverKey = createHmac('sha256', salted).update('Server Key').digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
