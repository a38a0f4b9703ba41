import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { type Company, foundCompany, hire, PASSWORD } from '../company.ts';
import { type Login, person, rootHost } from '../demo.ts';
import { see } from '../look.ts';
import { linkIn, mailTo } from '../mailbox.ts';
import { signIn } from '../rest.ts';
import { signInBy } from '../sign-in.ts';
import { becomeQuiet } from '../traffic.ts';

const browser = useBrowser();
let company: Company;
let rep: Login;

beforeAll(async () => {
  company = await foundCompany(rootHost(), 'entrance');
  rep = await hire(company, 'Rhea Rep', 'sales_rep');
});

/** A slow line: the page is there and can be typed into, its script comes when the answer is called. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(/_next\/static\/.*\.js/, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

describe('signing up', () => {
  it('takes what was typed before its script came', async () => {
    const page = await browser.visitor();
    const release = await holdScripts(page);
    await page.goto(`http://${rootHost()}/signup`, { waitUntil: 'commit' });
    await page.getByRole('textbox', { name: 'Full name' }).fill('Early Bird');
    await page.getByRole('textbox', { name: 'Work e-mail' }).fill('early@bird.test');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    release();
    await see(page.getByText(/Strong|Good|Fair/));
    await page.getByRole('button', { name: 'Continue' }).click();
    await see(page.getByRole('heading', { level: 1, name: 'Your company' }));
    await page.getByRole('button', { name: 'Back' }).click();
    expect(await page.getByRole('textbox', { name: 'Full name' }).inputValue()).toBe('Early Bird');
    expect(await page.getByRole('textbox', { name: 'Work e-mail' }).inputValue()).toBe('early@bird.test');
  });
});

describe('signing in', () => {
  it('keeps what was typed when it is refused, and says so where it is read', async () => {
    browser.guard.allow(/status of 401 .*auth\.signIn/);
    const page = await browser.visitor();
    await page.goto(`${rep.origin}/login`);
    await page.getByLabel('E-mail').fill(rep.email);
    await page.getByLabel('Password', { exact: true }).fill('not my password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    const error = page
      .getByRole('group', { name: "We couldn't sign you in" })
      .or(page.getByRole('alert').filter({ hasText: "We couldn't sign you in" }));
    await see(error);
    expect(await page.getByLabel('E-mail').inputValue()).toBe(rep.email);
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('not my password');
    await page.getByLabel('Password', { exact: true }).fill(rep.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${rep.origin}/dashboard`);
  });

  it('takes what was typed before its script came', async () => {
    const page = await browser.visitor();
    const release = await holdScripts(page);
    await page.goto(`${rep.origin}/login`, { waitUntil: 'commit' });
    await page.getByLabel('E-mail').fill(rep.email);
    await page.getByLabel('Password', { exact: true }).fill(rep.password);
    release();
    const forgot = page.getByRole('link', { name: 'Forgot your password?' });
    await expect.poll(() => forgot.getAttribute('href')).toContain(encodeURIComponent(rep.email));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(`${rep.origin}/dashboard`);
  });

  it('leads back to where one wanted to go, and to no other host', async () => {
    const page = await browser.visitor();
    await page.goto(`${rep.origin}/deals?layout=table`);
    expect(new URL(page.url()).pathname).toBe('/login');
    await signInBy(page, rep);
    expect(page.url()).toBe(`${rep.origin}/deals?layout=table`);
    const lured = await browser.visitor();
    await lured.goto(`${rep.origin}/login?next=${encodeURIComponent('//evil.example/deals')}`);
    await signInBy(lured, rep);
    expect(new URL(lured.url()).origin).toBe(rep.origin);
  });

  it('ends with signing out: Back shows the sign-in, not the page', async () => {
    const page = await browser.visitor();
    await signInBy(page, rep);
    await page.goto(`${rep.origin}/deals`);
    await see(page.getByRole('heading', { level: 1, name: 'Deals' }));
    await page.getByRole('button', { name: /Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL(`${rep.origin}/login`);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === '/login');
    await see(page.getByRole('button', { name: 'Sign in' }));
    expect(await page.getByRole('heading', { name: 'Deals' }).count()).toBe(0);
  });
});

describe('a forgotten password', () => {
  it('is replaced through the mail: the old one is dead, open sessions too, and the link works once', async () => {
    const forgetful = await hire(company, 'Fergus Forgetful', 'sales_rep');
    const since = Date.now();
    const page = await browser.visitor();
    await page.goto(`${forgetful.origin}/login`);
    await page.getByLabel('E-mail').fill(forgetful.email);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.waitForURL(/forgot-password/);
    expect(await page.getByLabel('E-mail').inputValue()).toBe(forgetful.email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await see(page.getByRole('heading', { name: 'Look into your mailbox' }));
    const link = linkIn(await mailTo(rootHost(), forgetful.email, since));
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('an entirely new sentence');
    await page.getByRole('button', { name: 'Set password' }).click();
    await see(page.getByRole('heading', { name: 'Your new password is set' }));
    expect((await forgetful.api('GET', '/me')).status).toBe(401);
    await expect(signIn(forgetful)).rejects.toThrow('401');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await signInBy(page, { ...forgetful, password: 'an entirely new sentence' });
    browser.guard.allow(/status of 4\d\d .*auth\.confirmPasswordReset/);
    const again = await browser.visitor();
    await again.goto(link);
    await again.getByLabel('New password', { exact: true }).fill('one more new sentence');
    await again.getByRole('button', { name: 'Set password' }).click();
    await see(again.getByRole('heading', { name: 'This link no longer works' }));
  });

  it('gets the same answer for an address that nobody has', async () => {
    const page = await browser.visitor();
    await page.goto(`${rep.origin}/forgot-password`);
    await page.getByLabel('E-mail').fill(`nobody@${company.slug}.test`);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await see(page.getByRole('heading', { name: 'Look into your mailbox' }));
    expect(await page.getByText(`nobody@${company.slug}.test`).count()).toBe(1);
  });
});

describe('an invitation', () => {
  it('goes by mail to a new colleague, who then sees only their own deals', async () => {
    const deals = ['Deal of the owner', 'Another of the owner'];
    for (const name of deals) expect((await company.api('POST', '/deals', { body: { name } })).status).toBe(201);
    const admin = await browser.visitor();
    await signInBy(admin, company.admin);
    await admin.goto(`${company.admin.origin}/settings/members`);
    await admin.getByRole('button', { name: 'Invite people' }).click();
    const email = `nina@${company.slug}.test`;
    await admin.getByLabel('E-mail addresses').fill(email);
    await admin.getByRole('button', { name: 'Invite', exact: true }).click();
    await see(admin.getByText(`${email}: invited`));

    const newcomer = await browser.visitor();
    await newcomer.goto(linkIn(await mailTo(rootHost(), email)));
    await see(newcomer.getByRole('heading', { level: 1, name: `Join Company ${company.slug}` }));
    expect(await newcomer.getByLabel('E-mail').inputValue()).toBe(email);
    await newcomer.getByLabel('Full name').fill('Nina Newcomer');
    await newcomer.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await newcomer.getByRole('button', { name: /^Join/ }).click();
    await newcomer.waitForURL(/\/dashboard/);
    await newcomer.goto(`${company.admin.origin}/deals`);
    await see(newcomer.getByRole('heading', { level: 1, name: 'Deals' }));
    await becomeQuiet(newcomer);
    for (const name of deals) expect(await newcomer.getByText(name).count(), name).toBe(0);
    await admin.goto(`${company.admin.origin}/deals`);
    for (const name of deals) await see(admin.getByRole('link', { name }));
  });
});

describe('the demo', () => {
  it('lets each of its people in', async () => {
    for (const login of [
      person('acme', 'admin'),
      person('acme', 'manager'),
      person('acme', 'rep'),
      person('globex', 'rep'),
    ]) {
      expect((await signIn(login)).token, login.email).toBeTruthy();
    }
  });
});
