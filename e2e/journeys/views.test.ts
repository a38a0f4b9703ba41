import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, recordAnnouncements, see, settle, unsee } from '../look.ts';
import { type Api, signIn } from '../rest.ts';

const browser = useBrowser();
let rep: Login;
let api: Api;
let otherApi: Api;

beforeAll(async () => {
  rep = person('acme', 'rep');
  ({ api } = await signIn(rep));
  ({ api: otherApi } = await signIn(person('acme', 'manager')));
});

const nameOf = (): string => `View ${uniqueSlug('kept').slice(-8)}`;
const tabs = (page: Page) => page.getByRole('navigation', { name: 'Views' });
const tab = (page: Page, name: string) => tabs(page).getByRole('link', { name: new RegExp(`^${name}`) });
/** By its tab or, among many, by the menu. */
async function chooseView(page: Page, name: string): Promise<void> {
  const more = tabs(page).getByRole('button', { name: 'More views' });
  await tab(page, name).or(more).first().waitFor();
  if (await tab(page, name).isVisible()) return tab(page, name).click();
  await more.click();
  await page.getByRole('menuitem', { name }).click();
}
const current = (page: Page) => tabs(page).locator('[aria-current="page"]');
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

async function open(path: string, login = rep, options = {}): Promise<Page> {
  const page = await browser.asPerson(login, options);
  await page.goto(`${login.origin}${path}`);
  await settle(page);
  return page;
}

async function make(fields: object, by = api): Promise<{ id: string; name: string }> {
  const { status, body, text } = await by('POST', '/views', { body: { entity: 'contact', name: nameOf(), ...fields } });
  if (status !== 201) throw new Error(text);
  return body;
}
const stored = async (id: string) => (await api('GET', `/views/${id}`)).body;

describe('a view of contacts', () => {
  it('is made of a filter, edited, saved, saved as new and reset', async () => {
    const page = await open('/contacts');
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('an');
    await page.getByRole('button', { name: 'Save as new', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Save as a new view' });
    const name = nameOf();
    await dialog.getByLabel('Name').fill(name);
    await expectNoAxeFindings(page);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await unsee(dialog);
    await expect.poll(() => current(page).textContent()).toContain(name);
    const { view: id, ...address } = queryOf(page);
    expect(address).toEqual({ q: 'an' });
    expect(await stored(String(id))).toMatchObject({ name, visibility: 'private', address: { q: 'an' } });

    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').first().click();
    await see(page.getByText('Edited', { exact: true }));
    const edited = queryOf(page);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await unsee(page.getByText('Edited', { exact: true }));
    expect(queryOf(page)).toEqual({ view: id, q: 'an' });

    await page.goBack();
    await see(page.getByText('Edited', { exact: true }));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await unsee(page.getByText('Edited', { exact: true }));
    expect((await stored(String(id))).address).toEqual({ q: 'an', sort: edited['sort'] });

    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('ana');
    await see(page.getByText('Edited', { exact: true }));
    await page.getByRole('button', { name: 'Save as new', exact: true }).click();
    browser.guard.allow(/409/);
    await dialog.getByLabel('Name').fill(name.toUpperCase());
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await see(dialog.getByText(/already/));
    await dialog.getByLabel('Name').fill(`${name} too`);
    await dialog.getByRole('button', { name: 'Save view' }).click();
    await unsee(dialog);
    await expect.poll(() => current(page).textContent()).toContain(`${name} too`);
    expect((await stored(String(id))).address).toEqual({ q: 'an', sort: edited['sort'] });
  });

  it('stays as it was left for the tab’s session, with its edits, and after a reload', async () => {
    const { id, name } = await make({ address: { q: 'an' } });
    const page = await open(`/contacts?view=${id}`);
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'an' });
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('');
    // Without any filter the address still says which view was changed.
    await expect.poll(() => queryOf(page)).toEqual({ view: id, edited: 'true' });
    await see(page.getByText('Edited', { exact: true }));
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('bo');
    await expect.poll(() => queryOf(page)['q']).toBe('bo');
    await page.getByRole('link', { name: 'Dashboard' }).first().click();
    await page.waitForURL('**/dashboard');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
    await expect.poll(() => queryOf(page)).toMatchObject({ view: id, q: 'bo' });
    await see(page.getByText('Edited', { exact: true }));
    await page.goto(`${rep.origin}/contacts`);
    await expect.poll(() => current(page).textContent()).toContain(name);
    await tab(page, 'All').click();
    await expect.poll(() => queryOf(page)).toEqual({});
    await page.reload();
    await settle(page);
    expect(queryOf(page)).toEqual({});
  });

  it('gives way to what the link says, and to the plain list when it is not there', async () => {
    const { id } = await make({ address: { q: 'an', sort: 'nonsense', ownerId: 'nobody', colour: 'red' } });
    const page = await open(`/contacts?view=${id}`);
    await expect.poll(() => queryOf(page)['colour']).toBe('red');
    await see(page.getByText('ownerId from the link'));
    await page.goto(`${rep.origin}/contacts?view=${id}&q=bo`);
    await settle(page);
    expect(queryOf(page)).toEqual({ view: id, q: 'bo' });
    const others = await make({ address: { q: 'an' } }, otherApi);
    await page.goto(`${rep.origin}/contacts?view=${others.id}`);
    await see(page.getByText('This view is no longer there'));
    await expect.poll(() => current(page).textContent()).toBe('All');
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await unsee(page.getByText('This view is no longer there'));
    await expect.poll(() => queryOf(page)).toEqual({});
  });

  it('is shared, warned about, seen and not changed by a colleague, deleted and put back', async () => {
    const { id, name } = await make({ address: { q: 'an' } });
    const page = await open(`/contacts?view=${id}`);
    await page.getByRole('button', { name: `Actions for view ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Share with everyone' }).click();
    await see(page.getByText(`Everyone sees ${name} now`));
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('bo');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const question = page.getByRole('alertdialog', { name: `Change ${name} for everyone?` });
    await question.getByRole('button', { name: 'Save for everyone' }).click();
    await unsee(question);
    await expect.poll(async () => (await stored(id)).address).toEqual({ q: 'bo' });

    const colleague = person('globex', 'rep');
    const stranger = await open(`/contacts?view=${id}`, colleague);
    await see(stranger.getByText('This view is no longer there'));
    const manager = await open(`/contacts?view=${id}`, person('acme', 'manager'));
    await expect.poll(() => queryOf(manager)).toEqual({ view: id, q: 'bo' });
    await manager.getByRole('button', { name: `Actions for view ${name}` }).click();
    const item = manager.getByRole('menuitem', { name: /Make private/ });
    expect(await item.getAttribute('aria-disabled')).toBe('true');
    await manager.keyboard.press('Escape');

    await page.getByRole('button', { name: `Actions for view ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete for everyone' }).click();
    await see(page.getByText(`View ${name} deleted`));
    await expect.poll(() => queryOf(page)).toEqual({});
    expect((await stored(id)).archived).toBe(true);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'bo' });
    expect((await stored(id)).archived).toBe(false);
  });

  it('is found in the palette, and among many under “More views”', async () => {
    for (let n = 0; n < 7; n += 1) await make({ name: `${nameOf()} of many`, address: { q: `many ${n}` } });
    const { id, name } = await make({ name: `Zz ${nameOf()}`, address: { q: 'last' } });
    const page = await open('/contacts');
    await tabs(page).getByRole('button', { name: 'More views' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'last' });
    await expect.poll(() => current(page).textContent()).toContain(name);
    await expectNoAxeFindings(page);
    await page.goto(`${rep.origin}/dashboard`);
    await settle(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.getByRole('option', { name: `Contacts view: ${name}` }).click();
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'last' });
  });

  it('is made, renamed and left by keyboard alone', async () => {
    const page = await browser.asPerson(rep);
    const said = await recordAnnouncements(page);
    await page.goto(`${rep.origin}/contacts?ownerId=me`);
    await settle(page);
    await expect.poll(() => current(page).textContent()).toBe('Mine');
    await tabs(page).getByRole('button', { name: 'Save as a new view' }).focus();
    await page.keyboard.press('Enter');
    const name = nameOf();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await expect.poll(() => current(page).textContent()).toContain(name);
    await expect.poll(async () => (await said()).join(' ')).toContain(`View ${name} saved`);
    await page.getByRole('button', { name: `Actions for view ${name}` }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await see(page.getByRole('dialog', { name: `Rename ${name}` }));
    await page.keyboard.press('End');
    await page.keyboard.type(' again');
    await page.keyboard.press('Enter');
    await expect.poll(() => current(page).textContent()).toContain(`${name} again`);
    await tab(page, 'All').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => queryOf(page)).toEqual({});
  });
});

describe('views elsewhere', () => {
  it('of deals keep board or table, and links that say which still do', async () => {
    const page = await open('/deals?view=table&q=an');
    await expect.poll(() => queryOf(page)).toEqual({ layout: 'table', q: 'an' });
    await page.getByRole('button', { name: 'Save as new', exact: true }).click();
    const name = nameOf();
    await page.getByRole('dialog').getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Save view' }).click();
    await expect.poll(() => current(page).textContent()).toContain(name);
    await page.getByRole('button', { name: 'Board', exact: true }).click();
    await see(page.getByText('Edited', { exact: true }));
    await tab(page, 'Mine').click();
    await expect.poll(() => queryOf(page)).toEqual({ ownerId: 'me' });
    await chooseView(page, name);
    await see(page.getByRole('table', { name: 'Deals' }));
    expect(queryOf(page)).toMatchObject({ layout: 'table', q: 'an' });
  });

  it.each(['/organizations', '/products'])('are above %s', async (path) => {
    const page = await open(path);
    await expect.poll(() => current(page).textContent()).toBe('All');
    expect(await tabs(page).getByRole('link', { name: 'Mine' }).count()).toBe(path === '/products' ? 0 : 1);
    await expectNoAxeFindings(page);
  });

  it('are one menu on a phone', async () => {
    const { id, name } = await make({ name: `Phone ${nameOf()}`, address: { q: 'an' } });
    const page = await open('/contacts', rep, { viewport: NARROW });
    await tabs(page).getByRole('button', { name: 'View: All' }).click();
    await page.getByRole('menuitem', { name }).click();
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'an' });
    await page.getByRole('searchbox', { name: 'Search contacts' }).fill('bo');
    await see(page.getByText('Edited', { exact: true }));
    await expectNoSidewaysScroll(page);
    await expectNoAxeFindings(page);
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect.poll(() => queryOf(page)).toEqual({ view: id, q: 'an' });
  });
});
