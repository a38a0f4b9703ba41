import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import {
  countClicks,
  expectNoAxeFindings,
  expectNoSidewaysScroll,
  recordAnnouncements,
  see,
  settle,
  standStill,
  unsee,
} from '../look.ts';
import { type Api, apiOf, signIn } from '../rest.ts';

const browser = useBrowser();
let manager: Login;
let api: Api;

beforeAll(async () => {
  manager = person('acme', 'manager');
  ({ api } = await signIn(manager));
});

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page) => palette(page).getByRole('combobox');
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });
const active = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return (id && document.getElementById(id)?.textContent) || '';
  });

async function make(path: string, body: object): Promise<{ id: string }> {
  const answer = await api('POST', path, { body });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body;
}

async function openAt(path: string, options: { width?: number; theme?: 'light' | 'dark' } = {}): Promise<Page> {
  const page = await browser.asPerson(manager);
  await page.setViewportSize({ width: options.width ?? 1280, height: 800 });
  await page.emulateMedia({ colorScheme: options.theme ?? 'light' });
  await page.goto(`${manager.origin}${path}`);
  await settle(page);
  return page;
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await see(field(page));
}

describe('the palette', () => {
  it('finds a contact by three letters and Enter, typed without waiting', async () => {
    const name = uniqueSlug('Quillon').replaceAll('-', '');
    const { id } = await make('/contacts', { firstName: name, lastName: 'Palette' });
    const page = await openAt('/dashboard');
    await page.keyboard.press('/');
    await see(field(page));
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/contacts/${id}`);
    await unsee(page.getByRole('dialog'));
  });

  it('does things to the record in view: an argument, back again, and done, without a click', async () => {
    const { id } = await make('/deals', { name: `Palette ${uniqueSlug('deal')}`, amount: '100.00' });
    const page = await openAt(`/deals/${id}`);
    const clicks = await countClicks(page);
    await page.reload();
    await settle(page);
    await openPalette(page);
    await page.keyboard.type('move');
    await expect.poll(() => active(page)).toContain('Move to…');
    await page.keyboard.press('Enter');
    await see(page.getByRole('group', { name: 'Move to which stage?' }));
    await page.keyboard.press('Backspace');
    await see(option(page, /Assign to…/));
    await page.keyboard.type('move');
    await page.keyboard.press('Enter');
    await page.keyboard.type('qual');
    await expect.poll(() => active(page)).toContain('Qualified');
    await page.keyboard.press('Enter');
    await unsee(page.getByRole('dialog'));
    await expect.poll(async () => (await api('GET', `/deals/${id}`)).body.stageName).toBe('Qualified');
    await openPalette(page);
    await page.keyboard.type('edit value');
    await page.keyboard.press('Enter');
    await see(page.getByRole('dialog', { name: 'Value' }));
    await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[role="dialog"] input'))).toBe(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4200');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await api('GET', `/deals/${id}`)).body.amount).toBe('4200.00');
    expect(await clicks()).toBe(0);
  });

  it('offers to make what is not there, with its name already typed', async () => {
    const page = await openAt('/dashboard');
    const said = await recordAnnouncements(page);
    await page.reload();
    await settle(page);
    await openPalette(page);
    await page.keyboard.type('zzyzx road');
    await see(page.getByText('No results for ‘zzyzx road’.'));
    await expect.poll(async () => (await said()).join(' ')).toMatch(/results?/);
    await option(page, 'Create contact ‘zzyzx road’').click();
    await expect.poll(() => page.getByLabel('First name').inputValue()).toBe('zzyzx');
    expect(await page.getByLabel('Last name').inputValue()).toBe('road');
  });

  it('shows what was opened last, before anything is typed', async () => {
    const name = `Recent ${uniqueSlug('org')}`;
    const { id } = await make('/organizations', { name });
    const page = await openAt(`/organizations/${id}`);
    await expect.poll(async () => (await api('GET', '/me/recent-records')).body.items[0]?.id).toBe(id);
    await openPalette(page);
    await expect.poll(() => page.getByRole('group', { name: 'Recent' }).getByRole('option', { name }).count()).toBe(1);
  });

  it('goes on working when the search does not', async () => {
    browser.guard.allow(/503|Failed to load/);
    const page = await openAt('/dashboard');
    await page.route(/api\/trpc\/[^?]*search\.all/, (route) => route.abort());
    await openPalette(page);
    await page.keyboard.type('prod');
    await see(page.getByText('Search is unavailable.'));
    await see(page.getByRole('button', { name: 'Retry' }));
    await expect.poll(() => active(page)).toContain('Products');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).pathname).toBe('/products');
  });

  it('gives focus back, and stays closed over another dialog', async () => {
    const page = await openAt('/contacts');
    const search = page.getByRole('link', { name: 'Search', exact: true });
    await search.focus();
    await page.keyboard.press('Enter');
    await see(field(page));
    await page.keyboard.press('Escape');
    await unsee(page.getByRole('dialog'));
    await expect.poll(() => search.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.goto(`${manager.origin}/contacts?new=true`);
    await see(page.getByRole('dialog', { name: 'New contact' }));
    await page.keyboard.press('Control+k');
    await unsee(page.getByRole('dialog', { name: 'Search and commands' }));
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const)('is accessible at %i px, %s', async (width, theme) => {
    const page = await openAt('/contacts', { width, theme });
    await openPalette(page);
    await standStill(page);
    await expectNoAxeFindings(page);
    await page.keyboard.type('off');
    await see(page.getByRole('option').first());
    await standStill(page);
    await expectNoAxeFindings(page);
    await expectNoSidewaysScroll(page);
    expect(await field(page).getAttribute('aria-expanded')).toBe('true');
  });
});

describe('a record and its list', () => {
  it('is looked at beside the list by Space, and closed by Escape and by Back', async () => {
    const page = await openAt('/contacts');
    const link = page.locator('[data-row-link]').nth(1);
    const name = (await link.textContent()) ?? '';
    await link.focus();
    await page.keyboard.press('Space');
    await see(page.getByRole('dialog', { name }));
    expect(page.url()).toContain('peek=');
    await standStill(page);
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await unsee(page.getByRole('dialog'));
    await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await see(page.getByRole('dialog', { name }));
    await page.goBack();
    await unsee(page.getByRole('dialog'));
  });

  it('is a page of its own on a phone', async () => {
    const page = await openAt('/contacts', { width: 320 });
    await page.locator('[data-row-link]').first().focus();
    await page.keyboard.press('Space');
    await expect.poll(() => page.url()).toMatch(/\/contacts\/[0-9a-f-]{36}$/);
  });

  it('leads to the next record and back to its row', async () => {
    const page = await openAt('/contacts?sort=name');
    const links = page.locator('[data-row-link]');
    const [first, second] = await links.evaluateAll((all) => all.slice(0, 2).map((each) => each.getAttribute('href')));
    const said = await recordAnnouncements(page);
    await page.reload();
    await settle(page);
    await links.first().click();
    await page.waitForURL(`**${first}`);
    await see(page.getByRole('heading', { level: 1 }));
    await page.keyboard.press(']');
    await page.waitForURL(`**${second}`);
    await expect.poll(async () => (await said()).join(' ')).toMatch(/2 of \d/);
    await see(page.getByRole('heading', { level: 1 }));
    await page.keyboard.press('Escape');
    await page.waitForURL('**/contacts?sort=name');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(second);
  });

  it('has no single keys once they are switched off; Ctrl+K still works', async () => {
    const page = await openAt('/contacts');
    await page.context().addCookies([{ name: 'aura-shortcuts', value: 'off', url: manager.origin }]);
    await page.reload();
    await settle(page);
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await openPalette(page);
    expect(await page.getByRole('option').first().locator('kbd').count()).toBe(0);
  });
});

describe('an API key', () => {
  it('is made, shown once, and revoked', async () => {
    const page = await openAt('/settings/api-keys');
    const name = uniqueSlug('key');
    await page.getByRole('button', { name: 'API key', exact: true }).click();
    await page.getByRole('button', { name: 'Make key' }).click();
    await see(page.getByText('Enter a name, such as what will use the key').first());
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Only what you choose').check();
    await page.getByRole('checkbox', { name: 'Contact: Read' }).check();
    await standStill(page);
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: 'Make key' }).click();
    const shown = page.getByLabel(`Key of ${name}`);
    await see(shown);
    const key = await shown.inputValue();
    const voice = apiOf(new URL(manager.origin).host, key);
    const ask = async (path: string): Promise<number> => (await voice('GET', path)).status;
    expect(await ask('/contacts')).toBe(200);
    expect(await ask('/deals')).toBe(403);
    await page.getByRole('button', { name: 'Done' }).click();
    await see(page.getByRole('row', { name: new RegExp(name) }).getByText('1 permission'));
    await page.getByRole('button', { name: `Revoke ${name}` }).click();
    await page.getByRole('button', { name: 'Revoke key' }).click();
    await unsee(page.getByRole('row', { name: new RegExp(name) }));
    await expect.poll(() => ask('/contacts')).toBe(401);
  });
});
