import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { foundCompany } from '../company.ts';
import { rootHost } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, see, settle, unsee } from '../look.ts';
import { mailTo } from '../mailbox.ts';
import { changer, contactNow, expectFocus, makeContacts, manager, showContacts } from '../table-world.ts';

const browser = useBrowser();

const headers = (page: Page): Promise<string[]> =>
  page.getByRole('columnheader').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? '').filter(Boolean));

describe('the columns of a list', () => {
  it('are chosen and put in order by keyboard, stay in the address and after a reload, and come back', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made);
    await page.getByRole('button', { name: 'Columns' }).press('Enter');
    await page.getByRole('checkbox', { name: 'Phone' }).press('Space');
    await page.getByRole('checkbox', { name: 'Changed' }).press('Space');
    const up = page.getByRole('button', { name: 'Move Title up' });
    await up.press('Enter');
    await up.press('Enter');
    await expectFocus(up);
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

  it('are made wider and narrower by keys and by pointer, for this list and after a reload, until they are usual again', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made, '&cols=title,email,owner');
    const edge = page.getByRole('separator', { name: 'Width of Title' });
    const widthOf = async (name: string): Promise<number> =>
      Math.round((await page.getByRole('columnheader', { name, exact: true }).boundingBox())?.width ?? 0);
    const usual = await widthOf('Title');
    await edge.focus();
    expect(await edge.getAttribute('aria-valuenow')).toBe(String(usual));
    for (const _ of Array(4)) await page.keyboard.press('ArrowRight');
    await expect.poll(() => widthOf('Title')).toBe(usual + 64);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe(String(usual + 128));
    const box = await edge.boundingBox();
    if (!box) throw new Error('The edge is not drawn.');
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 56, box.y + 10, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => widthOf('Title')).toBe(usual + 68);
    await expectNoAxeFindings(page);
    await page.reload();
    await settle(page);
    expect(await widthOf('Title')).toBe(usual + 68);
    expect(new URL(page.url()).searchParams.get('sort')).toBe('name');
    await edge.dblclick();
    await expect.poll(() => widthOf('Title')).toBe(usual);
    await page.goto(`${manager().origin}/organizations`);
    await settle(page);
    await page.getByRole('separator', { name: 'Width of Name' }).press('Home');
    await page.goto(`${manager().origin}/contacts?q=${made.name}&sort=name&cols=title,email,owner`);
    await settle(page);
    expect(await widthOf('Title')).toBe(usual);
    await page.setViewportSize(NARROW);
    await expectNoSidewaysScroll(page);
    expect(await page.getByRole('separator', { name: 'Width of Title' }).count()).toBe(0);
  });

  it('that the address names and nobody has are left out, and said', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made, '&cols=owner,gone,email');
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
    await expectFocus(page.getByRole('textbox', { name: 'Extra 199 of Person 1', exact: true }));
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

describe('a row', () => {
  it('has its menu in the same order in every list, and is archived and brought back from it', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager());
    await showContacts(page, made);
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
    expect((await contactNow(made.ids[0])).deletedAt).toBeNull();
    for (const path of ['/organizations', '/products', '/deals?layout=table']) {
      await page.goto(`${manager().origin}${path}`);
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
    const page = await browser.asPerson(manager());
    await showContacts(page, made);
    for (const index of [1, 3]) await page.getByRole('checkbox', { name: `Select ${made.name} ${index}` }).click();
    await page.getByRole('region', { name: 'Bulk actions' }).getByRole('button', { name: 'Export' }).click();
    await see(page.getByText('2 contacts, those that you selected.'));
    const since = Date.now() - 1_000;
    await page.getByRole('button', { name: 'E-mail me a code' }).click();
    const { code } = await mailTo(rootHost(), manager().email, since);
    await page.getByLabel('Code').fill(String(code));
    const download = page.getByRole('link', { name: /^Download aura-contacts-/ });
    await see(download);
    const saving = page.waitForEvent('download');
    await download.click();
    const rows: Record<string, string>[] = parse(readFileSync(await (await saving).path()), { columns: true });
    expect(rows.map(({ lastName }) => lastName).toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      `${made.name} 1`,
      `${made.name} 3`,
    ]);
  });
});

describe('on a phone', () => {
  it('a card shows the columns that were chosen, and is changed where it stands', async () => {
    const made = await makeContacts();
    const page = await browser.asPerson(manager(), { viewport: NARROW });
    await showContacts(page, made, '&cols=title,updatedAt');
    await see(page.getByText('Changed', { exact: true }).locator('visible=true'));
    await expectNoSidewaysScroll(page);
    await changer(page, `Title of ${made.name} 1`).click();
    await page.keyboard.type('Pocket buyer');
    await expectNoSidewaysScroll(page);
    await page.keyboard.press('Enter');
    await see(page.getByText('Pocket buyer'));
    await page.getByRole('button', { name: 'Columns' }).click();
    await expectNoSidewaysScroll(page);
    expect((await contactNow(made.ids[0])).title).toBe('Pocket buyer');
  });
});
