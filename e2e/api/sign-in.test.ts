import { execFile } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Company, foundCompany, hire } from '../company.ts';
import { hostOf, person, rootHost } from '../demo.ts';
import { readE2eEnv } from '../env.ts';
import { apiOf, type Body, rest, signIn } from '../rest.ts';

let company: Company;
beforeAll(async () => {
  company = await foundCompany(rootHost(), 'doors');
});

const partsOf = (token: string): { head: Body; claims: Body; signed: Buffer; signature: Buffer } => {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const parse = (part: string): Body => JSON.parse(Buffer.from(part, 'base64url').toString());
  return {
    head: parse(head),
    claims: parse(claims),
    signed: Buffer.from(`${head}.${claims}`),
    signature: Buffer.from(signature, 'base64url'),
  };
};

describe('a token', () => {
  it('is a short-lived JWT that the published keys verify', async () => {
    const login = person('acme', 'rep');
    const { token } = await signIn(login);
    const { head, claims, signed, signature } = partsOf(token);
    const { body } = await rest(hostOf('acme'), 'GET', '/.well-known/jwks.json');
    const jwk = body.keys.find(({ kid }: Body) => kid === head.kid);
    expect(jwk.d).toBeUndefined();
    expect(
      verify(
        'sha256',
        signed,
        { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        signature,
      ),
    ).toBe(true);
    expect(claims).toMatchObject({
      role: 'sales_rep',
      sub: expect.any(String),
      tenantId: expect.any(String),
      sid: expect.any(String),
      iss: expect.any(String),
      aud: expect.anything(),
    });
    expect(claims.exp - Date.now() / 1000).toBeLessThanOrEqual(900);
  });

  it('is refused when a letter of it changed, when it has no signature, and on the host of another tenant', async () => {
    const { token } = await signIn(person('acme', 'rep'));
    const [head, claims, signature = ''] = token.split('.');
    const changed = `${signature.slice(0, 10)}${signature[10] === 'A' ? 'B' : 'A'}${signature.slice(11)}`;
    expect((await apiOf(hostOf('acme'), `${head}.${claims}.${changed}`)('GET', '/me')).status).toBe(401);
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    expect((await apiOf(hostOf('acme'), `${none}.${claims}.`)('GET', '/me')).status).toBe(401);
    const elsewhere = await apiOf(hostOf('globex'), token)('GET', '/me');
    expect(elsewhere).toMatchObject({ status: 403, body: { code: 'tenant_mismatch' } });
  });

  it('is traded for the next pair once; the old refresh token ends everything when it comes again', async () => {
    const { refreshToken } = await signIn(company.admin);
    const at = apiOf(company.host);
    const next = await at('POST', '/auth/refresh', { body: { refreshToken } });
    expect(next.status).toBe(200);
    expect((await apiOf(company.host, next.body.accessToken)('GET', '/me')).status).toBe(200);
    expect(next.body.refreshToken).not.toBe(refreshToken);

    const again = await at('POST', '/auth/refresh', { body: { refreshToken } });
    expect(again).toMatchObject({ status: 401, body: { code: 'refresh_token_reused' } });
    expect((await apiOf(company.host, next.body.accessToken)('GET', '/me')).status).toBe(401);
    const newest = await at('POST', '/auth/refresh', { body: { refreshToken: next.body.refreshToken } });
    expect(newest).toMatchObject({ status: 401, body: { code: 'invalid_refresh_token' } });
  });

  it('dies at once when its session is revoked', async () => {
    const { api, refreshToken } = await signIn(company.admin);
    expect((await api('GET', '/me')).status).toBe(200);
    expect((await apiOf(company.host)('POST', '/auth/revoke', { body: { refreshToken } })).status).toBe(204);
    expect((await api('GET', '/me')).status).toBe(401);
    expect((await apiOf(company.host)('POST', '/auth/refresh', { body: { refreshToken } })).status).toBe(401);
  });
});

describe('signing in', () => {
  it('gives one answer to a wrong password and to an unknown address', async () => {
    const at = apiOf(company.host);
    const answers = await Promise.all([
      at('POST', '/auth/token', { body: { email: company.admin.email, password: 'not this one at all' } }),
      at('POST', '/auth/token', { body: { email: `nobody@${company.slug}.test`, password: 'not this one at all' } }),
      // An account of another workspace.
      at('POST', '/auth/token', {
        body: { email: person('acme', 'admin').email, password: person('acme', 'admin').password },
      }),
    ]);
    const said = answers.map(({ status, body }) => ({ status, code: body.code, detail: body.detail }));
    expect(said[0]?.status).toBe(401);
    expect(said[1]).toEqual(said[0]);
    expect(said[2]).toEqual(said[0]);
  });

  it('is refused to pages of another workspace, which are same-site', async () => {
    const answer = await apiOf(company.host)('POST', '/auth/token', {
      body: { email: company.admin.email, password: company.admin.password },
      headers: { origin: `http://${hostOf('globex')}` },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign_origin' } });
  });
});

describe('a deactivated member', () => {
  it('is out at once, whatever the token says', async () => {
    const leaver = await hire(company, 'Lena Leaver', 'sales_rep');
    expect((await leaver.api('GET', '/deals')).status).toBe(200);
    const answer = await company.api('POST', `/members/${leaver.userId}/deactivate`, { body: {} });
    expect(answer.status).toBe(200);
    expect((await leaver.api('GET', '/deals')).status).toBe(401);
    expect((await leaver.api('GET', '/me')).status).toBe(401);
    await expect(signIn(leaver)).rejects.toThrow(/40[13]/);
  });
});

describe('a suspended tenant', () => {
  const run = async (verb: 'suspend' | 'activate', slug: string): Promise<string> => {
    const args = [verb, slug, '--reason', 'Unpaid since spring', '--data-dir', readE2eEnv().dataDir];
    const { stdout } = await promisify(execFile)(path.resolve(import.meta.dirname, '../../script/tenant'), args);
    return stdout;
  };

  it('is closed to tokens, sign-ins and pages, and opens again', async () => {
    const closed = await foundCompany(rootHost(), 'closed');
    expect(await run('suspend', closed.slug)).toContain('suspended');
    expect(await closed.api('GET', '/deals')).toMatchObject({ status: 403, body: { code: 'tenant_suspended' } });
    await expect(signIn(closed.admin)).rejects.toThrow('tenant_suspended');
    const page = await rest(closed.host, 'GET', '/login', { headers: { accept: 'text/html' } });
    expect(page.text).toMatch(/suspended/i);
    expect(page.text).not.toMatch(/type="password"/);
    // Its neighbours notice nothing.
    expect((await company.api('GET', '/me')).status).toBe(200);
    await run('activate', closed.slug);
    expect((await signIn(closed.admin)).token).toBeTruthy();
    expect((await closed.api('GET', '/deals')).status).toBe(200);
  });
});
