import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in a URL, a cookie and a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of a secret. The secret has full entropy, so a plain digest cannot be inverted. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
