import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { hostOf, person, rootHost } from '../demo.ts';
import { see, unsee } from '../look.ts';
import { mailTo } from '../mailbox.ts';
import { type Answer, rest } from '../rest.ts';

const browser = useBrowser();
const COMPANY = 'hello@aura.localhost';
const at = (path: string): string => `http://${rootHost()}${path}`;

/** Each page with what it says first. */
const PAGES: readonly [string, RegExp][] = [
  ['/', /No deal without a next step/],
  ['/about', /tells the truth/],
  ['/pricing', /Every plan is all of it/],
  ['/security', /Security you can check/],
  ['/careers', /Work on something/],
  ['/careers/interface-engineer', /Interface engineer/],
  ['/careers/technical-writer', /Technical writer/],
  ['/contact', /Write to us/],
  ['/accessibility', /Made for every hand/],
  ['/legal/terms', /Terms of service/],
  ['/legal/privacy', /Privacy notice/],
  ['/legal/dpa', /Data processing addendum/],
  ['/login', /Find your workspace/],
  ['/signup', /./],
];

async function visit(path: string): Promise<Page> {
  const page = await browser.visitor();
  expect((await page.goto(at(path)))?.status(), path).toBe(200);
  return page;
}

function answerOf(address: string): Promise<Answer> {
  const { host, pathname, search } = new URL(address);
  return rest(host, 'GET', pathname + search);
}

describe('the pages of the site', () => {
  it('are there without a script, and every link on them leads somewhere', async () => {
    const page = await browser.visitor();
    // What only informs has to be in the answer itself.
    await page.route(/\.js(\?|$)/, (route) => route.abort());
    browser.guard.allow(/ERR_FAILED/);
    const links = new Set<string>();
    for (const [path, heading] of PAGES) {
      expect((await page.goto(at(path)))?.status(), path).toBe(200);
      await see(page.getByRole('heading', { level: 1, name: heading }));
      const found = await page.locator('a[href]').evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
      for (const href of found.filter((one) => one.startsWith(at('/')))) links.add(href);
    }
    expect(links.size).toBeGreaterThan(20);
    for (const link of links) expect([link, (await answerOf(link)).status]).toEqual([link, 200]);
    for (const link of [...links].filter((one) => /#./.test(one) && !one.endsWith('#content'))) {
      await page.goto(link);
      expect(await page.locator(new URL(link).hash).count(), link).toBe(1);
    }
  });

  it('tell search engines about themselves, and about no workspace', async () => {
    const page = await visit('/');
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Organization', email: COMPANY });
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(at('/').replace(/\/$/, ''));
    const image = await page.locator('meta[property="og:image"]').getAttribute('content');
    expect((await answerOf(image ?? '')).headers['content-type']).toBe('image/png');
    expect((await answerOf(at('/robots.txt'))).text).toContain(`Sitemap: ${at('/sitemap.xml')}`);
    const { text: sitemap } = await answerOf(at('/sitemap.xml'));
    for (const [path] of PAGES.filter(([one]) => one !== '/careers/technical-writer'))
      expect(sitemap).toContain(`<loc>${at(path)}</loc>`);
    expect(sitemap).not.toContain('technical-writer');
    const workspace = await answerOf(`http://${hostOf('acme')}/login`);
    expect(workspace.headers['x-robots-tag']).toBe('noindex, nofollow');
    expect((await answerOf(`http://${hostOf('acme')}/sitemap.xml`)).status).toBe(404);
  });

  it('have a menu on a phone that keeps focus and gives it back', async () => {
    const page = await visit('/pricing');
    await page.setViewportSize(NARROW);
    const opener = page.getByRole('button', { name: 'Menu', exact: true });
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await opener.press('Enter');
    await see(menu);
    await page.keyboard.press('Escape');
    await unsee(menu);
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
    await opener.click();
    await menu.getByRole('link', { name: 'Careers' }).click();
    await page.waitForURL(at('/careers'));
    await unsee(menu);
  });
});

describe('the prices', () => {
  it('change with the period, by keyboard', async () => {
    const page = await visit('/pricing');
    const team = page.getByRole('article', { name: 'Team' });
    await see(team.getByText('$12'));
    await page.getByRole('radio', { name: 'Yearly' }).focus();
    await page.keyboard.press('ArrowDown');
    await see(team.getByText('$15'));
    expect(await team.getByText('$12').isVisible()).toBe(false);
  });
});

describe('the contact form', () => {
  it('says what to fix, keeps what was typed, and mails the company', async () => {
    const page = await visit('/contact');
    const since = Date.now();
    const text = `Is there a map? ${since}`;
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.getByLabel('E-mail').fill('vera');
    await page.getByRole('button', { name: 'Send message' }).click();
    const summary = page.getByRole('alert').filter({ hasText: '1 thing to fix' });
    await see(summary);
    await summary.getByRole('link', { name: 'Enter your name' }).click();
    await page.keyboard.type('Vera Visitor');
    browser.guard.allow(/status of 422 .*site\.contact/);
    await page.getByRole('button', { name: 'Send message' }).click();
    await see(page.getByText('Enter an e-mail like name@company.com').first());
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe(text);
    await page.getByLabel('E-mail').fill('vera@visitor.test');
    await page.getByRole('button', { name: 'Send message' }).click();
    const heading = page.getByRole('heading', { name: 'Your message is on its way' });
    await see(heading);
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    const mail = await mailTo(rootHost(), COMPANY, since);
    expect(mail).toMatchObject({ subject: 'Message from Vera Visitor', links: ['mailto:vera%40visitor.test'] });
    expect(mail.text).toContain(text);
  });

  it('keeps what was typed when the server does not answer', async () => {
    const page = await visit('/contact');
    browser.guard.allow(/ERR_FAILED/);
    await page.route('**/api/trpc/site.contact*', (route) => route.abort());
    await page.getByLabel('Name').fill('Vera Visitor');
    await page.getByLabel('E-mail').fill('vera@visitor.test');
    await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
    await page.getByRole('button', { name: 'Send message' }).click();
    await see(page.getByText(/Nothing was lost/));
    expect(await page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Hello');
  });
});

describe('a role', () => {
  it('is found by its team and takes an application; a closed one takes none and names the others', async () => {
    const page = await visit('/careers');
    await page.getByRole('navigation', { name: 'Teams' }).getByRole('link', { name: 'Product' }).click();
    await page.waitForURL(/team=Product/);
    await see(page.getByRole('heading', { level: 2, name: 'Product' }));
    expect(await page.getByRole('link', { name: 'Customer guide' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Interface engineer' }).click();
    await see(page.getByRole('heading', { level: 1, name: 'Interface engineer' }));
    const since = Date.now();
    await page.getByLabel('Name').fill('Anna Applicant');
    await page.getByLabel('E-mail').fill('anna@applicant.test');
    await page.getByRole('textbox', { name: 'Message' }).fill('I have made things.');
    await page.getByRole('button', { name: 'Send application' }).click();
    await see(page.getByRole('heading', { name: 'Your application is on its way' }));
    expect((await mailTo(rootHost(), COMPANY, since)).subject).toBe('Application: Interface engineer, Anna Applicant');
    const closed = await visit('/careers/technical-writer');
    await see(closed.getByText(/This role is closed/));
    await see(closed.getByRole('link', { name: 'Customer guide' }));
    expect(await closed.getByRole('button', { name: 'Send application' }).count()).toBe(0);
    browser.guard.allow(/status of 404 .*no-such-role/);
    expect((await closed.goto(at('/careers/no-such-role')))?.status()).toBe(404);
  });
});

describe('the way to one’s workspace', () => {
  let email: string;
  beforeAll(() => {
    email = person('acme', 'rep').email;
  });

  it('comes by mail, with the same answer for an address that nobody has', async () => {
    const page = await visit('/login');
    const since = Date.now();
    for (const typed of [email, 'nobody@nowhere.test']) {
      await page.getByLabel('E-mail').fill(typed);
      await page.getByRole('button', { name: 'Mail me the list' }).click();
      await see(page.getByRole('heading', { name: 'Look into your mailbox' }));
      await page.getByRole('button', { name: 'Try another address' }).click();
    }
    const mail = await mailTo(rootHost(), email, since);
    expect(mail.text).toContain(`http://${hostOf('acme')}/login`);
  });

  it('is remembered by the browser once it was found by its address', async () => {
    const page = await visit('/login');
    await page.getByLabel('Workspace address').fill('no-such-workspace-here');
    await page.getByRole('button', { name: 'Continue' }).click();
    await see(page.getByText(/We couldn't find no-such-workspace-here/).first());
    await page.getByLabel('Workspace address').fill('acme');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForURL(`http://${hostOf('acme')}/login`);
    await page.goto(at('/login'));
    await page.getByRole('navigation', { name: 'Opened here before' }).getByRole('link', { name: /^acme/ }).click();
    await page.waitForURL(`http://${hostOf('acme')}/login`);
    expect(await page.getByRole('button', { name: 'Sign in' }).count()).toBe(1);
  });
});
