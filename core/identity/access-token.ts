import { createHash } from 'node:crypto';
import type { Platform } from '@aura/api';
import { AppError, type Role } from '@aura/kernel';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose';
import { rootOrigin } from './origin.ts';
import { ACCESS_TOKEN_S } from './session.ts';
import { ALGORITHM, jwks, signingKey } from './signing-key.service.ts';

/** What an access token says. `secret` travels as `jti`; its hash is what the database verifies. */
export type AccessClaims = { userId: string; tenantId: string; role: Role; sessionId: string; secret: string };

type TokenPlatform = Pick<Platform, 'identity' | 'secret' | 'clock' | 'rootDomain' | 'isProduction'>;

const TYPE = 'at+jwt';
const audienceOf = (platform: TokenPlatform): string => `${rootOrigin(platform)}/api`;

export async function signAccessToken(platform: TokenPlatform, claims: AccessClaims): Promise<string> {
  const { kid, privateKey } = await signingKey(platform);
  const issuedAt = Math.floor(platform.clock().getTime() / 1000);
  return new SignJWT({ tenantId: claims.tenantId, role: claims.role, sid: claims.sessionId })
    .setProtectedHeader({ alg: ALGORITHM, kid, typ: TYPE })
    .setIssuer(rootOrigin(platform))
    .setAudience(audienceOf(platform))
    .setSubject(claims.userId)
    .setJti(claims.secret)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ACCESS_TOKEN_S)
    .sign(privateKey);
}

/** Throws unauthenticated for anything but a live token of ours: another algorithm, key, issuer, audience or time. */
export async function verifyAccessToken(platform: TokenPlatform, token: string): Promise<AccessClaims> {
  const known = recallVerified(platform, token);
  if (known) return known;
  const verified = await verify(platform, token).catch((cause: unknown) => {
    if (cause instanceof errors.JOSEError)
      throw new AppError('unauthenticated', { detail: 'The access token is not valid or has expired.', cause });
    throw cause;
  });
  const { sub, tenantId, role, sid, jti, exp } = verified.payload;
  const claims = {
    userId: String(sub),
    tenantId: String(tenantId),
    role: role as Role,
    sessionId: String(sid),
    secret: String(jti),
  };
  rememberVerified(platform, token, { claims, expiresAt: Number(exp) * 1_000, checkedAt: Date.now() });
  return claims;
}

// A client sends one token for a quarter of an hour, and checking a signature costs more than the rest of a small
// request. A token keeps its signature; whether its session still lives is asked of the database every time.
const TRUSTED_MS = 300_000;
const VERIFIED_MAX = 5_000;
type Verified = { claims: AccessClaims; expiresAt: number; checkedAt: number };
const verifiedTokens = new WeakMap<object, Map<string, Verified>>();

const fingerprintOf = (token: string): string => createHash('sha256').update(token).digest('base64');

function recallVerified(platform: TokenPlatform, token: string): AccessClaims | undefined {
  const known = verifiedTokens.get(platform.identity)?.get(fingerprintOf(token));
  if (!known || known.expiresAt <= platform.clock().getTime()) return undefined;
  // Looked at again as often as the keys, so that a withdrawn key does not live on here.
  return Date.now() - known.checkedAt < TRUSTED_MS ? known.claims : undefined;
}

function rememberVerified(platform: TokenPlatform, token: string, verified: Verified): void {
  const tokens = verifiedTokens.get(platform.identity) ?? new Map<string, Verified>();
  verifiedTokens.set(platform.identity, tokens);
  const [oldest] = tokens.keys();
  if (oldest !== undefined && tokens.size >= VERIFIED_MAX) tokens.delete(oldest);
  tokens.set(fingerprintOf(token), verified);
}

function verify(platform: TokenPlatform, token: string) {
  return jwtVerify(token, keysOf(platform), {
    algorithms: [ALGORITHM],
    typ: TYPE,
    issuer: rootOrigin(platform),
    audience: audienceOf(platform),
    requiredClaims: ['sub', 'tenantId', 'role', 'sid', 'jti', 'exp'],
    currentDate: platform.clock(),
  });
}

const RELOAD_EVERY_MS = 300_000;
const RELOAD_UNKNOWN_MS = 1_000;
const cached = new WeakMap<object, { set: ReturnType<typeof createLocalJWKSet>; loadedAt: number }>();

// The key set is kept in the process; a token with an unknown key (one just rotated in) makes it look again.
function keysOf(platform: TokenPlatform): JWTVerifyGetKey {
  return async (header, token) => {
    const known = await loadKeys(platform, RELOAD_EVERY_MS);
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      const fresh = await loadKeys(platform, RELOAD_UNKNOWN_MS);
      return fresh(header, token);
    }
  };
}

async function loadKeys(platform: TokenPlatform, ageMsMax: number) {
  const known = cached.get(platform.identity);
  if (known && Date.now() - known.loadedAt < ageMsMax) return known.set;
  const keySet: JSONWebKeySet = await jwks(platform);
  const set = createLocalJWKSet(keySet);
  cached.set(platform.identity, { set, loadedAt: Date.now() });
  return set;
}
