import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailEmailVerification } from './email-verification.service.ts';
import { entranceOf } from './entrance.fixture.ts';
import { createHandoffUrl } from './handoff.service.ts';
import { identityModule } from './module.ts';
import { redeemCode } from './one-time-code.service.ts';
import { setPassword } from './password-reset.service.ts';

const password = 'the tide is out today';
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identityModule] });
  for (const { userId } of [world.acme.rep, world.acme.manager, world.globex.rep])
    await setPassword(world.platform.identity, { userId, password });
});
afterAll(() => world.close());

const acme = () => entranceOf(world, world.acme);
const globex = () => entranceOf(world, world.globex);
const linkToken = () => new URL(String(world.mails[0]?.links[0])).searchParams.get('token') ?? '';

describe('a password reset', () => {
  const ask = (email: string) => acme().rest('POST', '/auth/password-reset', { body: { email } });
  const confirm = (token: string, next: string, at = acme()) =>
    at.rest('POST', '/auth/password-reset/confirm', { body: { token, password: next } });

  it('answers the same for every address, and mails members only', async () => {
    const sent = world.mails.length;
    const answers = [
      await ask('nobody@nowhere.test'),
      await ask(world.globex.rep.email),
      await ask(world.acme.rep.email),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([202, { accepted: true }]));
    expect(world.mails.length - sent).toBe(1);
    expect(world.mails[0]).toMatchObject({
      to: world.acme.rep.email,
      links: [expect.stringMatching(/^http:\/\/acme\.aura\.localhost:3000\/reset-password\?token=[\w-]{43}$/)],
    });
  });

  it('sets the password once, on its own host, ends every session, and is kept as a hash', async () => {
    const { cookie } = await acme().signIn({ email: world.acme.rep.email, password });
    await ask(world.acme.rep.email);
    const token = linkToken();
    const { rows } = await world.superuser.query('select t.*::text as row from identity.one_time_tokens t');
    expect(rows.some((row: { row: string }) => row.row.includes(token))).toBe(false);
    expect(await confirm(token, 'short')).toMatchObject({ status: 422, body: { errors: [{ path: 'password' }] } });
    expect(await confirm(token, world.acme.rep.email)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password', code: 'weak_password' }] },
    });
    expect(await confirm(token, 'a whole new sentence', globex())).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'token' }] },
    });
    expect((await confirm(token, 'a whole new sentence')).status).toBe(204);
    expect((await confirm(token, 'and another sentence')).status).toBe(422);
    expect((await acme().rest('GET', '/me', { cookie })).status).toBe(401);
    await expect(acme().signIn({ email: world.acme.rep.email, password })).rejects.toThrow(/not right/);
    expect((await acme().signIn({ email: world.acme.rep.email, password: 'a whole new sentence' })).cookie).toMatch(
      /./,
    );
  });

  it('ends API keys too: whoever had the account may have made one', async () => {
    const { email } = world.globex.rep;
    const tokens = await globex().rest('POST', '/auth/token', { body: { email, password } });
    const bearer = String(tokens.body['accessToken']);
    const made = await globex().rest('POST', '/api-keys', { bearer, body: { name: 'nightly' } });
    const key = String(made.body['key']);
    expect((await globex().rest('GET', '/me', { bearer: key })).status).toBe(200);
    await globex().rest('POST', '/auth/password-reset', { body: { email } });
    expect((await confirm(linkToken(), 'a whole new sentence', globex())).status).toBe(204);
    expect((await globex().rest('GET', '/me', { bearer: key })).status).toBe(401);
    expect((await globex().rest('GET', '/me', { bearer })).status).toBe(401);
  });

  it('voids the link mailed before, and ends after an hour', async () => {
    await ask(world.acme.manager.email);
    const older = linkToken();
    await ask(world.acme.manager.email);
    expect((await confirm(older, 'a whole new sentence')).status).toBe(422);
    await world.superuser.query(
      `update identity.one_time_tokens set expires_at = now() - interval '1 second' where purpose = 'password_reset'`,
    );
    expect((await confirm(linkToken(), 'a whole new sentence')).status).toBe(422);
  });

  it('cannot flood a mailbox, and does not say so', async () => {
    const sent = world.mails.length;
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(world.acme.admin.email)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(world.mails.length - sent).toBe(5);
  });
});

describe('a hand-off code', () => {
  const redeem = (code: string, at = acme()) => at.rest('POST', '/auth/handoff', { body: { code } });
  const create = async () => {
    const url = await createHandoffUrl(world.platform, {
      userId: world.acme.admin.userId,
      tenantId: world.acme.tenant.id,
      slug: 'acme',
    });
    return { url, code: new URL(url).searchParams.get('code') ?? '' };
  };

  it('opens a browser session once, on the host it was made for', async () => {
    const { url, code } = await create();
    expect(url).toMatch(/^http:\/\/acme\.aura\.localhost:3000\/auth\/handoff\?code=/);
    expect((await redeem(code, globex())).status).toBe(401);
    const answer = await redeem(code);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      204,
      expect.stringMatching(/^__Host-aura=[\w-]{43};/),
    ]);
    expect((await redeem(code)).status).toBe(401);
  });

  it('ends after a minute, and of two at once one is served', async () => {
    const [late, raced] = [await create(), await create()];
    await world.superuser.query(
      `update identity.one_time_tokens set expires_at = now() where purpose = 'handoff' and token_hash = sha256(convert_to($1, 'UTF8'))`,
      [late.code],
    );
    expect((await redeem(late.code)).status).toBe(401);
    const answers = await Promise.all([redeem(raced.code), redeem(raced.code), redeem(raced.code)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 401, 401]);
  });
});

describe('a link that confirms an address', () => {
  it('works once, and the banner goes', async () => {
    const person = world.acme.otherRep;
    expect(await world.as(person).api.me.get()).toMatchObject({ emailVerified: false });
    await mailEmailVerification(acme().contextOf({}), {
      userId: person.userId,
      email: person.email,
      tenant: world.acme.tenant,
    });
    const body = { token: linkToken() };
    expect((await acme().rest('POST', '/auth/verify-email', { body })).status).toBe(204);
    expect((await acme().rest('POST', '/auth/verify-email', { body })).status).toBe(422);
    expect(await world.as(person).api.me.get()).toMatchObject({ emailVerified: true });
  });
});

describe('a one-time code', () => {
  const ask = async (purpose = 'export') => {
    await world.as(world.acme.admin).api.me.code({ purpose });
    return String(world.mails[0]?.code);
  };
  const redeem = (code: string, { purpose = 'export', person = world.acme.admin } = {}) =>
    redeemCode(world.as(person).ctx(), purpose, code);

  it('is six digits, mailed, kept so that the table does not give it away, and works once', async () => {
    const code = await ask();
    expect(code).toMatch(/^\d{6}$/);
    expect(world.mails[0]).toMatchObject({ to: world.acme.admin.email, text: expect.stringContaining(code) });
    const { rows } = await world.superuser.query<{ token_hash: Buffer; detail: { salt: string } }>(
      `select token_hash, detail from identity.one_time_tokens where purpose = 'code' and used_at is null`,
    );
    const { createHash } = await import('node:crypto');
    for (const guess of [code, `${rows[0]?.detail.salt}${code}`, `${code}${rows[0]?.detail.salt}`]) {
      expect(rows[0]?.token_hash.equals(createHash('sha256').update(guess).digest())).toBe(false);
    }
    await redeem(code);
    await expect(redeem(code)).rejects.toMatchObject({ reason: 'invalid_code' });
  });

  it('is of its person, its workspace and its purpose, and a new one voids the old', async () => {
    const code = await ask();
    await expect(redeem(code, { purpose: 'member_deletion' })).rejects.toMatchObject({ reason: 'invalid_code' });
    await expect(redeem(code, { person: world.acme.manager })).rejects.toMatchObject({ reason: 'invalid_code' });
    await expect(redeem(code, { person: world.globex.admin })).rejects.toMatchObject({ reason: 'invalid_code' });
    await redeem(code);
    const older = await ask();
    const newer = await ask();
    if (older !== newer) await expect(redeem(older)).rejects.toMatchObject({ reason: 'invalid_code' });
    await redeem(newer);
  });

  it('bears five wrong tries, and ends after ten minutes', async () => {
    const code = await ask();
    const wrong = code === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n += 1) await expect(redeem(wrong)).rejects.toMatchObject({ reason: 'invalid_code' });
    await expect(redeem(code)).rejects.toMatchObject({ reason: 'invalid_code' });
    const late = await ask();
    await world.superuser.query(`update identity.one_time_tokens set expires_at = now() where purpose = 'code'`);
    await expect(redeem(late)).rejects.toMatchObject({ reason: 'invalid_code' });
  });

  it('is used by one of two at the same time', async () => {
    const code = await ask();
    const results = await Promise.allSettled([redeem(code), redeem(code), redeem(code)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('cannot flood a mailbox', async () => {
    const asked = Array.from({ length: 12 }, () =>
      world.as(world.acme.manager).rest('POST', '/me/codes', { body: { purpose: 'export' } }),
    );
    const statuses = (await Promise.all(asked)).map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array(10).fill(202), 429, 429]);
  });
});
