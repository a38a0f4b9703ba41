import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { BOOK_FACTS, BOOK_FOLDER, countBook, readFacts } from '../book-import.ts';
import { NARROW, useBrowser, WIDE } from '../browser.ts';
import { PASSWORD, uniqueSlug } from '../company.ts';
import { originOf, rootHost } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, see, settle } from '../look.ts';
import { signIn } from '../rest.ts';

const browser = useBrowser();
const IMPORTED_WITHIN_MS = 240_000;

type Upload = {
  entity: 'Members' | 'Organizations' | 'Products' | 'Deals';
  file: string;
  rows: number;
  decide?: (page: Page) => Promise<unknown>;
};

const UPLOADS: readonly Upload[] = [
  {
    entity: 'Members',
    file: 'sales_teams.csv',
    rows: 35,
    decide: (page) => page.getByRole('textbox', { name: /E-mail addresses/ }).fill('{first}.{last}@maven.test'),
  },
  { entity: 'Organizations', file: 'accounts.csv', rows: 85 },
  { entity: 'Products', file: 'products.csv', rows: 7 },
  { entity: 'Deals', file: 'sales_pipeline.csv', rows: 8_800, decide: matchValues },
];

const choice = (page: Page, value: string, column: string): Locator =>
  page.getByRole('combobox', { name: `Replace ${value} in ${column} by` });

/** The file's own words for stages, by hand; GTXPro, which the wizard knows for GTX Pro, is left to it. */
async function matchValues(page: Page): Promise<void> {
  const [product, engaging, prospecting] = [
    choice(page, 'GTXPro', 'product'),
    choice(page, 'Engaging', 'deal_stage'),
    choice(page, 'Prospecting', 'deal_stage'),
  ];
  await expect.poll(() => product.inputValue()).toBe('GTX Pro');
  await expect.poll(() => page.getByText('Left out', { exact: true }).count()).toBe(2);

  // The suggestion can be undone and taken again; the stages are chosen with the keyboard alone.
  await page.getByRole('button', { name: 'Use as it is: GTXPro' }).press('Enter');
  await expect.poll(() => product.inputValue()).toBe('');
  await page.keyboard.press('Enter');
  await expect.poll(() => product.inputValue()).toBe('GTX Pro');
  await engaging.focus();
  await page.keyboard.type('qual');
  await page.keyboard.press('Enter');
  await prospecting.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Prospect', exact: true }).waitFor();
  await page.keyboard.type('prosp');
  await page.keyboard.press('Enter');

  // To another meaning of the column and back, to the file and back: nothing that was chosen is lost.
  const stage = page.getByRole('combobox', { name: 'Field for deal_stage' });
  await stage.selectOption('notes');
  await engaging.waitFor({ state: 'detached' });
  await stage.selectOption('stage.name');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Continue to the columns' }).click();
  await expect.poll(() => engaging.inputValue()).toBe('Qualified');
  await expect.poll(() => prospecting.inputValue()).toBe('Prospect');

  for (const viewport of [NARROW, WIDE]) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      await expectNoSidewaysScroll(page);
      await expectNoAxeFindings(page);
    }
  }
}

async function signUp(page: Page, slug: string, email: string): Promise<void> {
  await page.goto(`http://${rootHost()}/signup`);
  await page.getByRole('textbox', { name: 'Full name' }).fill('Wanda Wizard');
  await page.getByRole('textbox', { name: 'Work e-mail' }).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await see(page.getByRole('heading', { level: 1, name: 'Your company' }));
  await page.getByRole('textbox', { name: 'Company name' }).fill('Maven Hardware');
  await page.getByRole('textbox', { name: 'Workspace address' }).fill(slug);
  await see(page.getByText(`${slug} is free`));
  await page.getByRole('textbox', { name: 'Type your full name to accept' }).fill('Wanda Wizard');
  await page.getByRole('button', { name: 'Create workspace' }).click();
  await page.waitForURL(`${originOf(slug)}/dashboard**`, { timeout: 60_000 });
  await see(page.getByRole('heading', { level: 1 }));
}

/** Resolves to the import's page, where it is done. */
async function bringIn(page: Page, slug: string, { entity, file, rows, decide }: Upload): Promise<string> {
  await page.goto(`${originOf(slug)}/import`);
  await page.getByRole('radio', { name: entity }).check();
  await page.getByLabel('CSV file').setInputFiles(path.join(BOOK_FOLDER, file));
  await page.getByRole('button', { name: 'Continue to the columns' }).click();
  await see(page.getByText(/of \d+ columns mapped/));
  await decide?.(page);
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByText(`All ${rows.toLocaleString('en-US')} rows are fine.`).waitFor({ timeout: IMPORTED_WITHIN_MS });
  await page.getByRole('button', { name: 'Continue' }).click();
  await see(page.getByText(`create ${rows.toLocaleString('en-US')} `));
  await page.getByRole('button', { name: 'Start import' }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await page.getByText('Done', { exact: true }).waitFor({ timeout: IMPORTED_WITHIN_MS });
  return page.url();
}

/** The undo goes on by itself; the page tells how far it is and what it did. */
async function undo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo import' }).click();
  await see(page.getByText('Undoing', { exact: true }));
  await see(page.getByRole('progressbar', { name: 'Undoing' }));
  await page.getByText('This import was undone').waitFor({ timeout: IMPORTED_WITHIN_MS });
}

describe('a new company in the browser', () => {
  it('signs up, brings its book in by the wizard, and sees it on the board, and takes the deals away again', async () => {
    const page = await browser.visitor();
    const slug = uniqueSlug('wizard');
    const email = `wanda@${slug}.test`;
    await signUp(page, slug, email);
    let last = '';
    for (const upload of UPLOADS) last = await bringIn(page, slug, upload);

    await page.goto(`${originOf(slug)}/deals`);
    await see(page.getByText(/2,089 deals/));
    await see(page.getByRole('heading', { name: /^Prospect ?, 500 deals/ }));
    await see(page.getByRole('heading', { name: /^Qualified ?, 1,?589 deals/ }));
    await page.goto(`${originOf(slug)}/deals?status=won`);
    await see(page.getByText(/4,238 deals/));
    await see(page.getByRole('heading', { name: /^Won ?, 4,?238 deals, \$10,005,534/ }));
    const { api } = await signIn({ origin: originOf(slug), email, password: PASSWORD });
    // The founder, 35 agents and their 6 managers.
    expect(await countBook(api)).toEqual({ members: 42, organizations: 85, products: 7, deals: 8_800 });
    expect(await readFacts(api)).toEqual(BOOK_FACTS);

    await undo(page, last);
    await see(page.getByText(/8,800 removed, 0 put back/));
    expect(await countBook(api)).toMatchObject({ organizations: 85, deals: 0 });
  }, 600_000);
});
