import { testWorld, type World } from '@aura/testkit';
import { decodeJwt, decodeProtectedHeader, exportJWK, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entranceOf } from './entrance.fixture.ts';
import { identityModule } from './module.ts';
import { setPassword } from './password-reset.service.ts';
import { jwks, rotateSigningKey } from './signing-key.service.ts';

const password = 'the tide is out today';
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
  for (const { userId } of [world.acme.rep, world.acme.manager, world.globex.rep])
    await setPassword(world.platform.identity, { userId, password });
});
afterAll(() => world.close());

type Pair = { accessToken: string; refreshToken: string; tokenType: string; expiresIn: number };
const acme = () => entranceOf(world, world.acme);
const globex = () => entranceOf(world, world.globex);
const enter = async (person = world.acme.rep): Promise<Pair> =>
  (await acme().rest('POST', '/auth/token', { body: { email: person.email, password } })).body as Pair;
const statusOf = async (bearer: string) => (await acme().rest('GET', '/me', { bearer })).status;

describe('an access token', () => {
  it('says who, where and until when, and is verified by the published keys', async () => {
    const { accessToken, tokenType, expiresIn } = await enter();
    expect([tokenType, expiresIn]).toEqual(['Bearer', 900]);
    const claims = decodeJwt(accessToken);
    expect(claims).toMatchObject({
      sub: world.acme.rep.userId,
      tenantId: world.acme.tenant.id,
      role: 'sales_rep',
      iss: 'http://aura.localhost:3000',
      sid: expect.any(String),
      aud: expect.any(String),
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(900);
    const { keys } = await jwks(world.platform);
    expect(keys[0]).toMatchObject({
      kty: 'EC',
      crv: 'P-256',
      alg: 'ES256',
      use: 'sig',
      kid: decodeProtectedHeader(accessToken).kid,
    });
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await statusOf(accessToken)).toBe(200);
  });

  it('of another workspace is refused with tenant_mismatch', async () => {
    const { accessToken } = await enter();
    expect(await globex().rest('GET', '/me', { bearer: accessToken })).toMatchObject({
      status: 403,
      body: { code: 'tenant_mismatch' },
    });
  });

  it('without a signature, signed with the public key as a secret, or by a stranger is refused', async () => {
    const { accessToken } = await enter();
    const claims = decodeJwt(accessToken);
    const { kid } = decodeProtectedHeader(accessToken);
    const [published] = (await jwks(world.platform)).keys;
    const unsigned = new UnsecuredJWT(claims).encode();
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid, typ: 'at+jwt' })
      .sign(new TextEncoder().encode(JSON.stringify(published)));
    const stranger = await generateKeyPair('ES256', { extractable: true });
    const foreign = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .sign(stranger.privateKey);
    const embedded = await new SignJWT(claims)
      .setProtectedHeader({
        alg: 'ES256',
        typ: 'at+jwt',
        jwk: await exportJWK(stranger.publicKey),
        jku: 'http://evil.test/jwks',
      })
      .sign(stranger.privateKey);
    for (const token of [
      unsigned,
      symmetric,
      foreign,
      embedded,
      `${accessToken.slice(0, -4)}AAAA`,
      'x.y.z',
      accessToken.replace('.', ''),
    ]) {
      expect(await statusOf(token)).toBe(401);
    }
  });

  it('properly signed but expired, for another audience or issuer, or of a session that never was, is refused', async () => {
    const { accessToken } = await enter();
    const claims = decodeJwt(accessToken);
    const header = { alg: 'ES256', kid: decodeProtectedHeader(accessToken).kid, typ: 'at+jwt' };
    const { deriveKey, unseal } = await import('@aura/api');
    const { rows } = await world.superuser.query('select kid, private_key_sealed from identity.signing_keys');
    const key = await importJWK(
      JSON.parse(unseal(rows[0].private_key_sealed, deriveKey(world.platform.secret, 'signing-keys'), rows[0].kid)),
      'ES256',
    );
    const sign = (change: object, type = header) =>
      new SignJWT({ ...claims, ...change }).setProtectedHeader(type).sign(key);
    expect(await statusOf(await sign({}))).toBe(200);
    expect(await statusOf(await sign({ exp: Math.floor(Date.now() / 1000) - 1 }))).toBe(401);
    expect(await statusOf(await sign({ aud: 'someone else' }))).toBe(401);
    expect(await statusOf(await sign({ iss: 'http://evil.test' }))).toBe(401);
    expect(await statusOf(await sign({ jti: 'made up' }))).toBe(401);
    expect(await statusOf(await sign({ sub: world.acme.admin.userId }))).toBe(401);
    expect(await statusOf(await sign({}, { ...header, typ: 'JWT' }))).toBe(401);
  });

  it('ends at once with its session, whatever its expiry', async () => {
    const { accessToken } = await enter();
    expect((await acme().rest('POST', '/auth/revoke', { bearer: accessToken, body: {} })).status).toBe(204);
    expect(await statusOf(accessToken)).toBe(401);
  });

  it('signed before the key was rotated is still good, and new ones carry the new key', async () => {
    const before = await enter();
    const { kid } = await rotateSigningKey(world.platform);
    const after = await enter();
    expect(decodeProtectedHeader(after.accessToken).kid).toBe(kid);
    await expect.poll(() => statusOf(after.accessToken), { timeout: 3_000 }).toBe(200);
    expect(await statusOf(before.accessToken)).toBe(200);
  });
});

describe('a refresh token', () => {
  const refresh = (refreshToken: string, at = acme()) => at.rest('POST', '/auth/refresh', { body: { refreshToken } });

  it('works once and brings the next pair of the same session', async () => {
    const first = await enter();
    const second = (await refresh(first.refreshToken)).body as Pair;
    expect(decodeJwt(second.accessToken)['sid']).toBe(decodeJwt(first.accessToken)['sid']);
    expect(await statusOf(second.accessToken)).toBe(200);
  });

  it('used again ends the whole session', async () => {
    const first = await enter();
    const second = (await refresh(first.refreshToken)).body as Pair;
    expect(await refresh(first.refreshToken)).toMatchObject({ status: 401, body: { code: 'refresh_token_reused' } });
    expect((await refresh(second.refreshToken)).status).toBe(401);
    expect(await statusOf(second.accessToken)).toBe(401);
    const { rows } = await world.superuser.query(`select from audit.events where action = 'session.refresh_reused'`);
    expect(rows).toHaveLength(1);
  });

  it('used twice at the same time gives one pair at most', async () => {
    const { refreshToken } = await enter();
    const answers = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  it('is of its workspace only, opens nothing by itself, and an access token does not refresh', async () => {
    const { accessToken, refreshToken } = await enter();
    expect(await refresh(refreshToken, globex())).toMatchObject({ status: 403, body: { code: 'tenant_mismatch' } });
    expect(await statusOf(refreshToken)).toBe(401);
    expect((await refresh(String(decodeJwt(accessToken).jti))).status).toBe(401);
    expect((await refresh(refreshToken)).status).toBe(200);
  });

  it('is worth nothing after it is revoked, and revoking says nothing about tokens that never were', async () => {
    const { accessToken, refreshToken } = await enter();
    const revoke = (token: string) => acme().rest('POST', '/auth/revoke', { body: { refreshToken: token } });
    expect((await revoke(refreshToken)).status).toBe(204);
    expect((await revoke('made up')).status).toBe(204);
    expect([await statusOf(accessToken), (await refresh(refreshToken)).status]).toEqual([401, 401]);
  });

  it('of a deactivated member brings nothing', async () => {
    const { refreshToken } = await enter(world.acme.manager);
    await world.superuser.query(`update core.memberships set status = 'deactivated' where user_id = $1`, [
      world.acme.manager.userId,
    ]);
    expect((await refresh(refreshToken)).status).toBe(401);
  });
});
