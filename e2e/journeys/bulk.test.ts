import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { uniqueSlug } from '../company.ts';
import { type Login, person } from '../demo.ts';
import { expectNoAxeFindings, recordAnnouncements, see, settle, sidewaysScroll, unsee } from '../look.ts';
import { type Api, signIn } from '../rest.ts';

const browser = useBrowser();
let manager: Login;
let api: Api;

beforeAll(async () => {
  manager = person('acme', 'manager');
  ({ api } = await signIn(manager));
});

type Made = { name: string; ids: string[] };

/** Records of its own for each test, which a search finds and nothing else. */
async function make(noun: string, fieldsOf: (name: string, index: number) => object): Promise<Made> {
  const name = `Bulk${uniqueSlug('row').replaceAll('-', '')}`;
  const ids: string[] = [];
  for (const index of [1, 2, 3]) {
    const { status, body, text } = await api('POST', `/${noun}`, { body: fieldsOf(name, index) });
    if (status !== 201) throw new Error(text);
    ids.push(body.id);
  }
  return { name, ids };
}

const contacts = () => make('contacts', (name, index) => ({ lastName: `${name} ${index}`, title: `Title ${index}` }));
const deals = () => make('deals', (name, index) => ({ name: `${name} ${index}`, amount: '100.00' }));
const valuesOf = async (noun: string, ids: string[], field: string): Promise<unknown[]> =>
  Promise.all(ids.map(async (id) => (await api('GET', `/${noun}/${id}`)).body[field]));

async function openList(path: string, { name }: Made, options = {}): Promise<Page> {
  const page = await browser.asPerson(manager, options);
  await showList(page, path, { name });
  return page;
}

async function showList(page: Page, path: string, { name }: Pick<Made, 'name'>): Promise<void> {
  await page.goto(`${manager.origin}${path}${path.includes('?') ? '&' : '?'}q=${name}`);
  await see(page.getByRole('checkbox', { name: `Select ${name} 1` }));
  await settle(page);
}

const bar = (page: Page) => page.getByRole('region', { name: 'Bulk actions' });

describe('many contacts', () => {
  it('are selected, changed and put back by keyboard alone', async () => {
    const made = await contacts();
    const page = await browser.asPerson(manager);
    const said = await recordAnnouncements(page);
    await showList(page, '/contacts', made);
    await page.getByRole('checkbox', { name: 'Select all rows on this page' }).focus();
    await page.keyboard.press('Space');
    await see(bar(page).getByText('3 contacts selected'));
    await expect.poll(async () => (await said()).join(' ')).toContain('3 contacts selected');
    await bar(page).getByRole('button', { name: 'Edit field…' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Edit a field of 3 contacts' });
    await see(dialog);
    await dialog.getByLabel('Field', { exact: true }).selectOption({ label: 'Title' });
    await page.keyboard.press('Tab');
    await page.keyboard.type('Head of Buying');
    await see(dialog.getByText('Title of 3 contacts changes.'));
    await expectNoAxeFindings(page);
    await page.keyboard.press('Enter');
    await unsee(dialog);
    await see(page.getByText('Title of 3 contacts changed'));
    expect(await valuesOf('contacts', made.ids, 'title')).toEqual(Array(3).fill('Head of Buying'));
    await unsee(bar(page));
    // Focus is where the next selection begins, and a checkbox has no undo of its own.
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Select all'));
    await page.keyboard.press('Control+z');
    await see(page.getByText('3 contacts put back as before'));
    expect(await valuesOf('contacts', made.ids, 'title')).toEqual(['Title 1', 'Title 2', 'Title 3']);
  });

  it('are chosen as a range with Shift, and let go with Escape', async () => {
    const page = await openList('/contacts', await contacts());
    const boxes = page.getByRole('checkbox', { name: /^Select Bulk/ });
    await boxes.nth(0).click();
    await boxes.nth(2).click({ modifiers: ['Shift'] });
    await see(bar(page).getByText('3 contacts selected'));
    await page.keyboard.press('Escape');
    await unsee(bar(page));
    expect(await boxes.nth(1).isChecked()).toBe(false);
  });

  it('are archived on a phone, with what was skipped and why', async () => {
    const made = await contacts();
    const page = await openList('/contacts', made, { viewport: NARROW });
    await page.getByRole('checkbox', { name: `Select ${made.name} 1` }).click();
    await page.getByRole('checkbox', { name: `Select ${made.name} 2` }).click();
    expect(await sidewaysScroll(page)).toEqual([]);
    await api('DELETE', `/contacts/${made.ids[0]}`);
    await bar(page).getByRole('button', { name: 'Archive' }).click();
    await see(page.getByText('1 contact is archived; 1 is so already.'));
    expect(await sidewaysScroll(page)).toEqual([]);
    await page.getByRole('button', { name: 'Archive 2 contacts' }).click();
    await see(page.getByText('1 contact archived', { exact: true }));
    await page.getByRole('button', { name: 'Undo' }).click();
    await see(page.getByText('1 contact put back as before'));
  });
});

describe('many deals', () => {
  it('are moved to a stage that asks for a reason, given once for all and again for one', async () => {
    const made = await deals();
    const page = await openList('/deals?layout=table', made);
    await page.getByRole('checkbox', { name: 'Select all rows on this page' }).click();
    await see(bar(page).getByText('3 deals selected'));
    await bar(page).getByRole('button', { name: 'Move stage' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move 3 deals' });
    await dialog.getByLabel('New stage').selectOption({ label: 'Lost' });
    await see(dialog.getByText('None of 3 deals would change'));
    await dialog.getByLabel('Lost reason, for all').fill('No budget');
    await dialog.getByLabel(`Lost reason of ${made.name} 2`).fill('A rival');
    await see(dialog.getByText('Stage of 3 deals becomes Lost.'));
    await expectNoAxeFindings(page);
    await dialog.getByRole('button', { name: 'Move 3 deals' }).click();
    await see(page.getByText('Stage of 3 deals is now Lost'));
    expect(await valuesOf('deals', made.ids, 'lostReason')).toEqual(['No budget', 'A rival', 'No budget']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await see(page.getByText('3 deals put back as before'));
    expect(await valuesOf('deals', made.ids, 'stageName')).toEqual(Array(3).fill('Prospect'));
  });

  it('offer a rep no other owner, and nothing in the catalogue', async () => {
    const rep = person('acme', 'rep');
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/deals?layout=table`);
    await page
      .getByRole('checkbox', { name: /^Select (?!all)/ })
      .first()
      .click();
    await see(bar(page).getByRole('button', { name: 'Edit field…' }));
    expect(await bar(page).getByRole('button', { name: 'Change owner' }).count()).toBe(0);
    await page.goto(`${rep.origin}/products`);
    await settle(page);
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });
});
