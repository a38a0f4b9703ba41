import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { foundCompany, uniqueSlug } from '../company.ts';
import { type Login, person, rootHost } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, see, settle, unsee } from '../look.ts';
import { mailTo } from '../mailbox.ts';
import { type Api, signIn } from '../rest.ts';

const browser = useBrowser();
let manager: Login;
let api: Api;

beforeAll(async () => {
  manager = person('acme', 'manager');
  ({ api } = await signIn(manager));
});

type Made = { name: string; ids: string[] };

/** Three contacts of its own for each test, which a search finds and nothing else. */
async function makeContacts(fieldsOf: (index: number) => object = () => ({})): Promise<Made> {
  const name = `Cell${uniqueSlug('row').replaceAll('-', '')}`;
  const ids: string[] = [];
  for (const index of [1, 2, 3]) {
    const body = { lastName: `${name} ${index}`, title: `Title ${index}`, ...fieldsOf(index) };
    const answer = await api('POST', '/contacts', { body });
    if (answer.status !== 201) throw new Error(answer.text);
    ids.push(answer.body.id);
  }
  return { name, ids };
}

const contact = async (id: string | undefined) => (await api('GET', `/contacts/${id}`)).body;

async function show(page: Page, { name }: Made, query = ''): Promise<void> {
  await page.goto(`${manager.origin}/contacts?q=${name}&sort=name${query}`);
  await see(page.getByRole('rowheader', { name: `${name} 1` }));
  await settle(page);
}

const headers = (page: Page): Promise<string[]> =>
  page.getByRole('columnheader').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? '').filter(Boolean));
const changer = (page: Page, what: string): Locator => page.getByRole('button', { name: new RegExp(`change ${what}`) });
const field = (page: Page, what: string): Locator => page.getByRole('textbox', { name: what, exact: true });

async function isFocused(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => node === document.activeElement)).toBe(true);
}

describe('the columns of a list', () => {
  it('are chosen and put in order by keyboard, stay in the address and after a reload, and come back', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made);
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Phone' }).press('Space');
    await page.getByRole('checkbox', { name: 'Changed' }).press('Space');
    const up = page.getByRole('button', { name: 'Move Title up' });
    await up.press('Enter');
    await up.press('Enter');
    await isFocused(up);
    await expectNoAxeFindings(page);
    await page.keyboard.press('Escape');
    await page.waitForURL(/cols=name,title,organization,email,owner,createdAt,updatedAt/);
    await page.reload();
    await settle(page);
    expect(await headers(page)).toEqual([
      'Name',
      'Title',
      'Organization',
      'E-mail',
      'Owner',
      'Added',
      'Changed',
      'Actions',
    ]);
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('button', { name: 'Reset columns' }).press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('cols'));
    expect(await headers(page)).toContain('Phone');
  });

  it('that the address names and nobody has are left out, and said', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made, '&cols=owner,gone,email');
    expect(await headers(page)).toEqual(['Name', 'Owner', 'E-mail', 'Actions']);
    await page.getByRole('button', { name: /^Remove filter Column gone from the link/ }).click();
    await page.waitForURL(/cols=name,owner,email(&|$)/);
    await unsee(page.getByText('Column gone from the link'));
  });

  it('are found among two hundred custom fields, and all of them scroll beside the name', async () => {
    const { page, origin, keys } = await companyOfManyFields();
    await page.goto(`${origin}/contacts`);
    await see(page.getByRole('rowheader', { name: 'Person 1', exact: true }));
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('searchbox', { name: 'Find a column' }).fill('Extra 150');
    await page.getByRole('checkbox', { name: 'Extra 150' }).press('Space');
    await see(page.getByRole('columnheader', { name: 'Extra 150' }));
    await page.keyboard.press('Escape');
    await page.goto(`${origin}/contacts?cols=${keys.map((key) => `customFields.${key}`).join(',')}`);
    await settle(page);
    expect(await page.getByRole('columnheader').count()).toBeGreaterThan(FIELDS);
    await expectNoSidewaysScroll(page);
    const name = page.getByRole('rowheader').first();
    const before = await name.boundingBox();
    await page.getByRole('region', { name: 'Contacts' }).evaluate((box) => box.scrollTo({ left: box.scrollWidth }));
    expect((await name.boundingBox())?.x).toBe(before?.x);
    // From the press to the editor: no more than a moment, with five thousand cells around it.
    const waitedMs = await page
      .getByRole('button', { name: /change Extra 199 of Person 1$/ })
      .evaluate(async (button) => {
        const began = performance.now();
        (button as HTMLElement).click();
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
        return performance.now() - began;
      });
    await isFocused(page.getByRole('textbox', { name: 'Extra 199 of Person 1', exact: true }));
    expect(waitedMs).toBeLessThan(1_000);
  });
});

const FIELDS = 200;

/** A company of its own, so that no other test meets its fields; a page of contacts. */
async function companyOfManyFields(): Promise<{ page: Page; origin: string; keys: string[] }> {
  const company = await foundCompany(rootHost(), 'fields');
  const keys = Array.from({ length: FIELDS }, (_, index) => `extra${index}`);
  const post = async (path: string, body: object): Promise<void> => {
    const answer = await company.api('POST', path, { body });
    if (answer.status !== 201) throw new Error(answer.text);
  };
  for (const [index, key] of keys.entries())
    await post('/custom-fields', { entity: 'contact', key, label: `Extra ${index}`, type: 'text' });
  for (let index = 1; index <= 25; index += 1)
    await post('/contacts', { lastName: `Person ${index}`, customFields: { extra150: `Value ${index}` } });
  return { page: await browser.asPerson(company.admin), origin: company.admin.origin, keys };
}

describe('a cell', () => {
  it('is changed by keyboard alone, and Tab saves and goes on', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made, '&cols=title,email,owner,phone');
    const [first, second] = [`${made.name} 1`, `${made.name} 2`];
    await changer(page, `Title of ${first}`).press('F2');
    await isFocused(field(page, `Title of ${first}`));
    await page.keyboard.type('Head of Buying');
    await page.keyboard.press('Enter');
    await isFocused(changer(page, `Title of ${first}`));
    await see(page.getByText(`Title of ${first} changed`));
    expect((await contact(made.ids[0])).title).toBe('Head of Buying');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Buyer');
    await page.keyboard.press('Tab');
    await isFocused(field(page, `E-mail of ${first}`));
    await page.keyboard.type(`${made.name}@x.test`);
    await page.keyboard.press('Shift+Tab');
    await isFocused(field(page, `Title of ${first}`));
    await page.keyboard.press('Tab');
    await isFocused(field(page, `E-mail of ${first}`));
    await page.keyboard.press('Tab');
    await isFocused(page.getByRole('combobox', { name: 'Owner' }));
    await page.keyboard.press('Tab');
    await isFocused(field(page, `Phone of ${first}`));
    await page.keyboard.press('Tab');
    await isFocused(field(page, `Title of ${second}`));
    await page.keyboard.type('Nothing of this');
    await page.keyboard.press('Escape');
    await isFocused(changer(page, `Title of ${second}`));
    expect(await contact(made.ids[0])).toMatchObject({ title: 'Buyer', email: `${made.name}@x.test`.toLowerCase() });
    expect((await contact(made.ids[1])).title).toBe('Title 2');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await contact(made.ids[0])).email).toBeNull();
  });

  it('keeps a refused value with the reason, and goes back with Escape', async () => {
    browser.guard.allow(/status of 422 .*contacts\.update/);
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made);
    const what = `E-mail of ${made.name} 1`;
    await changer(page, what).click();
    await page.keyboard.type('nobody');
    await page.keyboard.press('Enter');
    const input = field(page, what);
    await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true');
    const told = await input.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${told}"]`).textContent()).toContain('name@company.com');
    await expectNoAxeFindings(page);
    await page.getByRole('heading', { level: 1 }).click();
    expect(await input.inputValue()).toBe('nobody');
    await input.press('Escape');
    await isFocused(changer(page, what));
    expect((await contact(made.ids[0])).email).toBeNull();
  });

  it('that a colleague changed meanwhile asks whose stays', async () => {
    browser.guard.allow(/status of 412 .*contacts\.update/);
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await page.route('**/api/live**', (route) => route.abort());
    browser.guard.allow(/live/);
    await show(page, made);
    const what = `Title of ${made.name} 1`;
    const { api: adminApi } = await signIn(person('acme', 'admin'));
    await changer(page, what).click();
    await adminApi('PATCH', `/contacts/${made.ids[0]}`, { body: { title: 'Theirs' } });
    await page.keyboard.type('Mine');
    await page.keyboard.press('Enter');
    const note = page.getByRole('alert').filter({ hasText: 'changed this while you were editing' });
    await see(note.getByText('Theirs', { exact: true }));
    await see(note.getByText('Mine', { exact: true }));
    await note.getByRole('button', { name: 'Save mine' }).press('Enter');
    await unsee(note);
    expect((await contact(made.ids[0])).title).toBe('Mine');
    await isFocused(changer(page, what));
  });

  it('takes another owner, and tells a rep why not', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made);
    await changer(page, `Owner of ${made.name} 2`).click();
    const { body: rep } = await (await signIn(person('acme', 'rep'))).api('GET', '/me');
    await page.getByRole('combobox', { name: 'Owner' }).fill(rep.name);
    await page.getByRole('option', { name: rep.name }).first().click();
    await see(page.getByText(`Owner of ${made.name} 2 changed`));
    expect((await contact(made.ids[1])).ownerName).toBe(rep.name);
    const repPage = await browser.asPerson(person('acme', 'rep'));
    await repPage.goto(`${manager.origin}/contacts?q=${made.name}`);
    const locked = repPage.getByRole('button', { name: /Owner of .*: Only managers and admins change the owner/ });
    await locked.press('Enter');
    await see(repPage.getByText('Only managers and admins change the owner', { exact: true }).locator('visible=true'));
    expect(await locked.getAttribute('aria-disabled')).toBe('true');
  });

  it('of a deal is its value, its close date, its stage by the menu and its next step', async () => {
    const name = `Cell${uniqueSlug('deal').replaceAll('-', '')}`;
    const { body: deal } = await api('POST', '/deals', { body: { name, amount: '100.00' } });
    const page = await browser.asPerson(manager);
    await page.goto(`${manager.origin}/deals?view=table&q=${name}`);
    await changer(page, `Value of ${name}`).press('Enter');
    await page.keyboard.type('1,250');
    await page.keyboard.press('Enter');
    await see(page.getByRole('button', { name: /1,250/ }));
    await changer(page, `Stage of ${name}`).press('Enter');
    await page.getByRole('menuitemradio', { name: 'Proposal' }).press('Enter');
    await expect.poll(async () => (await api('GET', `/deals/${deal.id}`)).body.stageName).toBe('Proposal');
    await changer(page, `Next step of ${name}`).press('Enter');
    await page.getByRole('button', { name: 'Tomorrow' }).press('Enter');
    await expect.poll(async () => (await api('GET', `/deals/${deal.id}`)).body.nextStep).toBe('Follow up');
    expect((await api('GET', `/deals/${deal.id}`)).body.amount).toBe('1250.00');
  });
});

describe('a row', () => {
  it('has its menu in the same order in every list, and is archived and brought back from it', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made);
    await page.getByRole('button', { name: `Actions for ${made.name} 1` }).press('Enter');
    const items = page.getByRole('menuitem');
    await see(items);
    expect(await items.allTextContents()).toEqual([
      'Open',
      'Open in new tab',
      'Copy link',
      'Copy id',
      'Edit',
      'Assign…',
      'Archive',
    ]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await see(page.getByText(`Archived ${made.name} 1`));
    await page.getByRole('button', { name: 'Undo' }).click();
    await see(page.getByText(`${made.name} 1 is back`));
    expect((await contact(made.ids[0])).deletedAt).toBeNull();
    for (const path of ['/organizations', '/products', '/deals?view=table']) {
      await page.goto(`${manager.origin}${path}`);
      await page
        .getByRole('button', { name: /^Actions for/ })
        .first()
        .press('Enter');
      await see(items);
      const texts = await items.allTextContents();
      expect(texts.slice(0, 5)).toEqual(['Open', 'Open in new tab', 'Copy link', 'Copy id', 'Edit']);
      expect(texts.at(-1)).toBe('Archive');
    }
  });

  it('that is selected is exported, and no other', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager);
    await show(page, made);
    for (const index of [1, 3]) await page.getByRole('checkbox', { name: `Select ${made.name} ${index}` }).click();
    await page.getByRole('region', { name: 'Bulk actions' }).getByRole('button', { name: 'Export' }).click();
    await see(page.getByText('2 contacts, those that you selected.'));
    const since = Date.now() - 1_000;
    await page.getByRole('button', { name: 'E-mail me a code' }).click();
    const { code } = await mailTo(rootHost(), manager.email, since);
    await page.getByLabel('Code').fill(String(code));
    const download = page.getByRole('link', { name: /^Download aura-contacts-/ });
    await see(download);
    const saving = page.waitForEvent('download');
    await download.click();
    const rows: Record<string, string>[] = parse(readFileSync(await (await saving).path()), { columns: true });
    expect(rows.map(({ lastName }) => lastName).toSorted()).toEqual([`${made.name} 1`, `${made.name} 3`]);
  });
});

describe('on a phone', () => {
  it('a card shows the columns that were chosen, and is changed where it stands', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager, { viewport: NARROW });
    await show(page, made, '&cols=title,updatedAt');
    await see(page.getByText('Changed', { exact: true }).locator('visible=true'));
    await expectNoSidewaysScroll(page);
    await changer(page, `Title of ${made.name} 1`).click();
    await page.keyboard.type('Pocket buyer');
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Enter');
    await see(page.getByText('Pocket buyer'));
    await page.getByRole('button', { name: 'Columns' }).click();
    await expectNoSidewaysScroll(page);
    expect((await contact(made.ids[0])).title).toBe('Pocket buyer');
  });
});
