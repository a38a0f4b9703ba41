import path from 'node:path';
import { testWorld, type World } from '@aura/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { siteModule } from './module.ts';

vi.stubEnv('AURA_COMPANY_FILE', path.join(import.meta.dirname, 'company.example.json'));

let world: World;
beforeAll(async () => {
  world = await testWorld({ modules: [siteModule] });
});
beforeEach(() => {
  world.mails.length = 0;
});
afterAll(async () => {
  await world.close();
  vi.unstubAllEnvs();
});

const COMPANY = 'hello@aura.localhost';
const letter = { name: 'Vera Visitor', email: 'vera@visitor.test', message: 'Good day.\n\nDo you have a map?' };
const application = { ...letter, role: 'interface-engineer', link: 'https://vera.test/cv' };
const site = () => world.anonymous().api.site;

describe('a message from the site', () => {
  it('goes to the company alone, with the sender’s address to answer to', async () => {
    expect(await site().contact(letter)).toEqual({ accepted: true });
    expect(world.mails).toHaveLength(1);
    expect(world.mails[0]).toMatchObject({
      to: COMPANY,
      subject: 'Message from Vera Visitor',
      links: ['mailto:vera%40visitor.test'],
    });
    expect(world.mails[0]?.text).toContain('Good day.\n\nDo you have a map?');
  });

  it('cannot be sent to somebody else, nor as markup', async () => {
    await expect(site().contact({ ...letter, to: 'victim@nowhere.test' })).rejects.toMatchObject({
      cause: { code: 'invalid' },
    });
    await site().contact({ ...letter, message: '<img src=x onerror=alert(1)>' });
    expect(world.mails.map(({ to }) => to)).toEqual([COMPANY]);
    expect(world.mails[0]?.html).toContain('&lt;img src=x');
  });

  it.each([
    ['name', { name: ' ' }, 'Enter your name'],
    ['name', { name: 'x'.repeat(121) }, 'Use 120 characters or fewer (now 121)'],
    ['email', { email: 'vera' }, 'Enter an e-mail like name@company.com'],
    ['message', { message: '' }, 'Enter your message'],
    ['message', { message: 'x'.repeat(5_001) }, 'Use 5000 characters or fewer (now 5001)'],
  ])('says what is wrong with the %s', async (field, change, message) => {
    await expect(site().contact({ ...letter, ...change })).rejects.toMatchObject({
      cause: { code: 'invalid', issues: [expect.objectContaining({ path: field, message })] },
    });
    expect(world.mails).toEqual([]);
  });

  it('says so when the mail server refuses it', async () => {
    const { mail } = world.platform;
    world.platform.mail = () => Promise.reject(new Error('connection refused'));
    await expect(site().contact(letter)).rejects.toMatchObject({
      cause: { code: 'unavailable', reason: 'not_sent', message: expect.stringContaining(COMPANY) },
    });
    world.platform.mail = mail;
  });

  it('is not taken inside a workspace', async () => {
    const inside = world.anonymous(world.acme).api.site;
    await expect(inside.contact(letter)).rejects.toMatchObject({ cause: { code: 'not_found' } });
    expect(world.mails).toEqual([]);
  });
});

describe('an application', () => {
  it('names the role, the person and the link', async () => {
    expect(await site().applyForRole(application)).toEqual({ accepted: true });
    expect(world.mails[0]).toMatchObject({ to: COMPANY, subject: 'Application: Interface engineer, Vera Visitor' });
    expect(world.mails[0]?.text).toContain('Link: https://vera.test/cv');
  });

  it('needs no link', async () => {
    const { link: _, ...bare } = application;
    await site().applyForRole(bare);
    await site().applyForRole({ ...application, link: '' });
    expect(world.mails.map(({ text }) => text.includes('No link was given.'))).toEqual([true, true]);
  });

  it.each(['javascript:alert(1)', 'vera.test/cv', 'https://'])('refuses the link %s', async (link) => {
    await expect(site().applyForRole({ ...application, link })).rejects.toMatchObject({
      cause: { code: 'invalid', issues: [expect.objectContaining({ path: 'link' })] },
    });
  });

  it.each(['technical-writer', 'no-such-role'])('is refused for a role that is not open: %s', async (role) => {
    await expect(site().applyForRole({ ...application, role })).rejects.toMatchObject({
      cause: { code: 'invalid', reason: 'role_closed' },
    });
    expect(world.mails).toEqual([]);
  });
});

describe('asking to hear of roles', () => {
  it('mails the company the address, and refuses what is none', async () => {
    expect(await site().roleAlert({ email: 'vera@visitor.test' })).toEqual({ accepted: true });
    expect(world.mails[0]).toMatchObject({ to: COMPANY, subject: 'Tell me about open roles' });
    await expect(site().roleAlert({ email: 'vera' })).rejects.toMatchObject({ cause: { code: 'invalid' } });
  });
});

// Last, and in a world of its own: limits count by address, and every test has the same one.
describe('the limit of messages', () => {
  it('is ten in a quarter of an hour from one address; mistakes do not count', async () => {
    await world.close();
    world = await testWorld({ modules: [siteModule] });
    for (let n = 0; n < 12; n += 1)
      await expect(site().contact({ ...letter, email: 'no' })).rejects.toThrow('Enter an e-mail');
    for (let n = 0; n < 10; n += 1) await site().contact(letter);
    await expect(site().contact(letter)).rejects.toMatchObject({
      cause: {
        code: 'rate_limited',
        message: expect.stringMatching(/^Too many messages\. Try again in \d+ minutes?, or/),
      },
    });
    expect(world.mails).toHaveLength(10);
  });
});
