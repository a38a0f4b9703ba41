import { authRouter, setPassword } from '@aura/identity';
import { EVERYONE } from '@aura/kernel';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteMany } from './invitation.service.ts';
import { membersModule } from './module.ts';
import { createMembersSilently } from './silent-members.service.ts';

const identity = { id: 'identity', permissions: { 'me:read': EVERYONE }, routers: { auth: authRouter } };
const password = 'the tide is out today';
let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [identity, membersModule] });
  await setPassword(world.platform.identity, { userId: world.acme.rep.userId, password });
  await setPassword(world.platform.identity, { userId: world.globex.rep.userId, password });
});
afterAll(() => world.close());

let number = 0;
const newcomer = () => {
  number += 1;
  return `newcomer.${number}@acme.test`;
};
const admin = () => world.as(world.acme.admin);
const at = () => world.anonymous(world.acme);
const mailedToken = (to: string) => {
  const mail = world.mails.find((candidate) => candidate.to === to);
  return new URL(String(mail?.links[0])).searchParams.get('token') ?? '';
};
async function invite(email = newcomer(), role = 'sales_rep') {
  const answer = await admin().rest('POST', '/invitations', { body: { email, role } });
  const { id } = answer.body as { id: string };
  return {
    email,
    id,
    status: answer.status,
    body: answer.body,
    headers: answer.headers,
    token: answer.status === 201 ? mailedToken(email) : '',
  };
}
const accept = (token: string, change: object = {}, voice = at()) =>
  voice.rest('POST', '/invitations/accept', { body: { token, name: 'Nina New', password, ...change } });
const preview = async (token: string, voice = at()) => voice.rest('GET', `/invitations/preview?token=${token}`);

describe('an invitation', () => {
  it('is mailed with a link for seven days, of which only the hash is kept', async () => {
    const { email, body, status, headers, id, token } = await invite();
    expect([status, headers.get('location')]).toEqual([201, `/api/v1/invitations/${id}`]);
    expect(body).toMatchObject({ email, role: 'sales_rep', status: 'open', abilities: { resend: true, revoke: true } });
    expect(world.mails[0]).toMatchObject({
      to: email,
      links: [`http://acme.aura.localhost:3000/accept-invite?token=${token}`],
    });
    const days = (new Date((body as { expiresAt: string }).expiresAt).getTime() - Date.now()) / 86_400_000;
    expect(days).toBeCloseTo(7, 2);
    const { rows } = await world.superuser.query('select (i.*)::text as row from core.invitations i');
    expect(rows.some((row: { row: string }) => row.row.includes(token))).toBe(false);
    const { rows: audited } = await world.superuser.query(
      `select detail::text as detail from audit.events where action = 'invitation.created'`,
    );
    expect(audited.some((row: { detail: string }) => row.detail.includes('token'))).toBe(false);
    expect(JSON.stringify(body)).not.toContain(token);
  });

  it('shows who invites, where and as what, before it is accepted', async () => {
    const { email, token } = await invite();
    expect((await preview(token)).body).toEqual({
      status: 'open',
      email,
      role: 'sales_rep',
      workspaceName: 'Look-alike Ltd',
      inviterName: 'Ada Admin',
      expiresAt: expect.any(String),
      hasAccount: false,
    });
    expect((await preview('made up')).status).toBe(404);
    expect((await preview(token, world.anonymous(world.globex))).status).toBe(404);
  });

  it('makes the person a member with a password, and lets them in', async () => {
    const { email, token } = await invite(undefined, 'manager');
    const answer = await accept(token);
    expect([answer.status, answer.body]).toEqual([
      200,
      { accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 900, refreshToken: expect.any(String) },
    ]);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-aura=/);
    expect((await at().rest('POST', '/auth/token', { body: { email, password } })).status).toBe(200);
    const { rows } = await world.superuser.query(
      'select m.role, m.status, m.name, u.email_verified_at is not null as verified from core.memberships m join identity.users u on u.id = m.user_id where m.email = $1',
      [email],
    );
    expect(rows).toEqual([{ role: 'manager', status: 'active', name: 'Nina New', verified: true }]);
    const { rows: events } = await world.superuser.query(`select from core.events where type = 'member.joined'`);
    expect(events.length).toBeGreaterThan(0);
  });

  it('works once, and of two at the same time one is served', async () => {
    const { token, email } = await invite();
    const answers = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'invitation_used' });
    expect((await world.superuser.query('select from core.memberships where email = $1', [email])).rowCount).toBe(1);
    expect((await preview(token)).body).toMatchObject({ status: 'accepted' });
  });

  it('is refused when it has expired, was revoked or is of another workspace, and makes nobody', async () => {
    const [expired, revoked, foreign] = [await invite(), await invite(), await invite()];
    await world.superuser.query(`update core.invitations set expires_at = now() where id = $1`, [expired.id]);
    expect((await admin().rest('DELETE', `/invitations/${revoked.id}`)).status).toBe(204);
    expect(await accept(expired.token)).toMatchObject({ status: 409, body: { code: 'invitation_expired' } });
    expect(await accept(revoked.token)).toMatchObject({ status: 409, body: { code: 'invitation_revoked' } });
    expect((await accept(foreign.token, {}, world.anonymous(world.globex))).status).toBe(404);
    expect((await preview(expired.token)).body).toMatchObject({ status: 'expired' });
    expect((await preview(revoked.token)).body).toMatchObject({ status: 'revoked' });
    expect(
      (
        await world.superuser.query('select from identity.users where email = any ($1)', [
          [expired.email, revoked.email, foreign.email],
        ])
      ).rowCount,
    ).toBe(0);
  });

  it('refuses a weak password and stays usable', async () => {
    const { token, email } = await invite();
    for (const weak of ['short', 'password123456', email]) {
      expect(await accept(token, { password: weak })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'password' }] },
      });
    }
    expect((await accept(token)).status).toBe(200);
  });

  it('takes no role from the one who accepts', async () => {
    const { token } = await invite();
    expect((await accept(token, { role: 'admin' })).status).toBe(422);
  });

  it('joins a person of another workspace only by their own password', async () => {
    const { email, userId } = world.globex.rep;
    const { token } = await invite(email);
    expect((await preview(token)).body).toMatchObject({ hasAccount: true });
    expect(await accept(token, { password: 'a password of the thief' })).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'password', code: 'wrong_password' }] },
    });
    expect((await accept(token)).status).toBe(200);
    const { rows } = await world.superuser.query('select tenant_id from core.memberships where user_id = $1', [userId]);
    expect(rows).toHaveLength(2);
  });

  it('sent again has a new link, and the old one no longer works', async () => {
    const { token, id, email } = await invite();
    await world.superuser.query(`update core.invitations set expires_at = now() where id = $1`, [id]);
    expect((await admin().rest('POST', `/invitations/${id}/resend`)).body).toMatchObject({ id, status: 'open' });
    expect((await accept(token)).status).toBe(404);
    expect((await accept(mailedToken(email))).status).toBe(200);
    expect(await admin().rest('POST', `/invitations/${id}/resend`)).toMatchObject({
      status: 409,
      body: { code: 'invitation_used' },
    });
    expect((await admin().rest('DELETE', `/invitations/${id}`)).status).toBe(409);
  });

  it('is not made for a member, an open invitation or someone deactivated, and is made again after it has expired', async () => {
    const { email, id } = await invite();
    expect(await invite(email.toUpperCase())).toMatchObject({
      status: 409,
      body: { code: 'already_invited', errors: [{ path: 'email' }] },
    });
    expect(await invite(world.acme.rep.email)).toMatchObject({ status: 409, body: { code: 'already_member' } });
    await world.superuser.query(`update core.memberships set status = 'deactivated' where user_id = $1`, [
      world.acme.otherRep.userId,
    ]);
    expect(await invite(world.acme.otherRep.email)).toMatchObject({
      status: 409,
      body: { code: 'member_deactivated' },
    });
    await world.superuser.query(`update core.invitations set expires_at = now() where id = $1`, [id]);
    expect((await invite(email)).status).toBe(201);
    expect(
      (await admin().rest('POST', '/invitations', { body: { email: 'no address', role: 'sales_rep' } })).status,
    ).toBe(422);
  });
});

describe('who invites whom', () => {
  it('admins any role, managers sales reps, reps nobody', async () => {
    const ask = async (person: typeof world.acme.rep, role: string) =>
      (await world.as(person).rest('POST', '/invitations', { body: { email: newcomer(), role } })).status;
    const { admin: ada, manager, rep } = world.acme;
    expect([await ask(ada, 'admin'), await ask(ada, 'manager'), await ask(manager, 'sales_rep')]).toEqual([
      201, 201, 201,
    ]);
    expect([await ask(manager, 'manager'), await ask(manager, 'admin'), await ask(rep, 'sales_rep')]).toEqual([
      403, 403, 403,
    ]);
  });

  it('is also what the database says, to SQL under the application’s role', async () => {
    const insert = (person: typeof world.acme.rep) =>
      world.as(person).run(({ db }) =>
        db
          .insertInto('core.invitations')
          .values({ email: newcomer(), role: 'admin', token_hash: Buffer.alloc(32, number), expires_at: new Date() })
          .execute(),
      );
    for (const person of [world.acme.manager, world.acme.rep])
      await expect(insert(person)).rejects.toMatchObject({ code: '42501' });
  });

  it('and who withdraws: a manager not an admin’s invitation of a manager, nobody one of another workspace', async () => {
    const { id } = await invite(undefined, 'manager');
    expect((await world.as(world.acme.manager).rest('DELETE', `/invitations/${id}`)).status).toBe(403);
    expect((await world.as(world.globex.admin).rest('DELETE', `/invitations/${id}`)).status).toBe(404);
    expect((await world.as(world.globex.admin).rest('POST', `/invitations/${id}/resend`)).status).toBe(404);
    expect((await world.as(world.acme.rep).rest('GET', '/invitations')).status).toBe(403);
    const { items } = await world.as(world.globex.admin).api.invitations.list({});
    expect(items).toEqual([]);
    const open = await world.as(world.acme.manager).api.invitations.list({ status: 'open' });
    expect(open.items.find((item: { id: string }) => item.id === id)).toMatchObject({
      abilities: { resend: false, revoke: false },
    });
  });
});

describe('bringing a team in', () => {
  const people = () => [
    { name: 'Ina Import', email: newcomer(), role: 'sales_rep' as const },
    { name: 'Ivo Import', email: newcomer(), role: 'manager' as const, department: 'South' },
  ];

  it('makes active members without a mail or a password, once, who enter by a reset or an invitation', async () => {
    const team = people();
    const sent = world.mails.length;
    const first = await admin().run((ctx) => createMembersSilently(ctx, team, 'real'));
    const again = await admin().run((ctx) =>
      createMembersSilently(
        ctx,
        [...team, { name: 'Rita', email: world.acme.rep.email.toUpperCase(), role: 'admin' }],
        'real',
      ),
    );
    expect(first.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
    expect(again.map(({ outcome }) => outcome)).toEqual(['exists', 'exists', 'exists']);
    expect(again.map(({ userId }) => userId)).toEqual([...first.map(({ userId }) => userId), world.acme.rep.userId]);
    expect(world.mails.length).toBe(sent);
    const [ina, ivo] = team;
    expect((await at().rest('POST', '/auth/token', { body: { email: ina?.email, password } })).status).toBe(401);
    const { token } = await invite(ivo?.email, 'sales_rep');
    expect((await accept(token)).status).toBe(200);
    const { rows } = await world.superuser.query('select role, department from core.memberships where email = $1', [
      ivo?.email,
    ]);
    expect(rows).toEqual([{ role: 'manager', department: 'South' }]);
    await at().rest('POST', '/auth/password-reset', { body: { email: ina?.email } });
    expect(world.mails[0]).toMatchObject({ to: ina?.email });
  });

  it('as a dry run leaves nobody, and is refused to a manager by the database', async () => {
    const team = people();
    const dry = admin().run(async (ctx) => {
      await createMembersSilently(ctx, team, 'dry-run');
      throw new Error('rolled back');
    });
    await expect(dry).rejects.toThrow('rolled back');
    expect(
      (await world.superuser.query('select from identity.users where email = $1', [team[0]?.email])).rowCount,
    ).toBe(0);
    await expect(
      world.as(world.acme.manager).run((ctx) => createMembersSilently(ctx, team, 'dry-run')),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('invites many, and one refusal does not stop the others', async () => {
    const [one, two] = [newcomer(), newcomer()];
    const outcomes = await admin().run((ctx) =>
      inviteMany(ctx, [
        { email: one, role: 'sales_rep' },
        { email: world.acme.rep.email, role: 'sales_rep' },
        { email: two, role: 'manager' },
      ]),
    );
    expect(outcomes.map(({ error }) => error?.reason ?? null)).toEqual([null, 'already_member', null]);
    expect([mailedToken(one), mailedToken(two)]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  });
});
