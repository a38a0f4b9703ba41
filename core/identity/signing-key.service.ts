import { deriveKey, type Platform, seal, unseal } from '@aura/api';
import { type PlainDb, sql } from '@aura/db';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';

/** RFC 7518: ECDSA on P-256. No other algorithm is ever accepted. */
export const ALGORITHM = 'ES256';
// A retired key still proves what it signed until the last token has expired, and what caches hold of the key set.
const RETIRED_FOR_S = 3_600;

type SigningKey = { kid: string; privateKey: CryptoKey };
type Keys = Pick<Platform, 'identity' | 'secret'>;

/** The public keys, for `/.well-known/jwks.json`. Makes the first key when there is none. */
export async function jwks(platform: Keys): Promise<JSONWebKeySet> {
  const known = await publicKeys(platform.identity);
  if (known.length > 0) return { keys: known };
  await ensureSigningKey(platform);
  return { keys: await publicKeys(platform.identity) };
}

async function publicKeys(identity: PlainDb): Promise<JWK[]> {
  const rows = await identity
    .selectFrom('identity.signing_keys')
    .select('public_jwk')
    .where((where) =>
      where.or([
        where('retired_at', 'is', null),
        where('retired_at', '>', sql<Date>`now() - make_interval(secs => ${RETIRED_FOR_S})`),
      ]),
    )
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map((row) => row.public_jwk as JWK);
}

/** The newest key, with which tokens are signed. */
export async function signingKey(platform: Keys): Promise<SigningKey> {
  return (await readSigningKey(platform)) ?? ensureSigningKey(platform);
}

async function readSigningKey({ identity, secret }: Keys): Promise<SigningKey | null> {
  const row = await identity
    .selectFrom('identity.signing_keys')
    .select(['kid', 'private_key_sealed'])
    .where('retired_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  if (!row) return null;
  const jwk = JSON.parse(unseal(row.private_key_sealed, sealingKey(secret), row.kid)) as JWK;
  return { kid: row.kid, privateKey: (await importJWK(jwk, ALGORITHM)) as CryptoKey };
}

const sealingKey = (secret: string): Buffer => deriveKey(secret, 'signing-keys');

async function ensureSigningKey(platform: Keys): Promise<SigningKey> {
  return platform.identity.transaction().execute(async (identity) => {
    // Two servers that start together make one key between them.
    await sql`select pg_advisory_xact_lock(hashtextextended('aura:signing-key', 0))`.execute(identity);
    return (
      (await readSigningKey({ identity, secret: platform.secret })) ??
      addSigningKey({ identity, secret: platform.secret })
    );
  });
}

async function addSigningKey({ identity, secret }: Keys): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const sealed = seal(JSON.stringify(await exportJWK(privateKey)), sealingKey(secret), kid);
  await identity
    .insertInto('identity.signing_keys')
    .values({
      kid,
      algorithm: ALGORITHM,
      public_jwk: JSON.stringify({ ...publicJwk, kid, alg: ALGORITHM, use: 'sig' }),
      private_key_sealed: sealed,
    })
    .execute();
  return { kid, privateKey };
}

/** Signs with a new key from now on. What the old one signed stays valid until it expires. */
export async function rotateSigningKey(platform: Keys): Promise<{ kid: string }> {
  return platform.identity.transaction().execute(async (identity) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('aura:signing-key', 0))`.execute(identity);
    await identity
      .updateTable('identity.signing_keys')
      .set({ retired_at: sql<Date>`now()` })
      .where('retired_at', 'is', null)
      .execute();
    const { kid } = await addSigningKey({ identity, secret: platform.secret });
    return { kid };
  });
}
