import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { type Company, foundCompany, uniqueSlug } from '../company.ts';
import { rootHost } from '../demo.ts';
import { expectNoSidewaysScroll, recordAnnouncements, see, settle, unsee } from '../look.ts';

const DEALS = 110;
const AT_ONCE = 10;
const DRAWN_MAX = 60;

const browser = useBrowser();
let company: Company;

beforeAll(async () => {
  company = await foundCompany(rootHost(), 'crowded');
  for (let from = 0; from < DEALS; from += AT_ONCE)
    await Promise.all([...Array(AT_ONCE).keys()].map((index) => makeDeal(`Crowd ${from + index + 1}`)));
}, 120_000);

async function makeDeal(name: string): Promise<string> {
  const { status, body, text } = await company.api('POST', '/deals', { body: { name, amount: '1000.00' } });
  if (status !== 201) throw new Error(text);
  return body.id;
}

async function openBoard(query = '', viewport = { width: 1280, height: 800 }): Promise<Page> {
  const page = await browser.asPerson(company.admin, { viewport });
  await page.goto(`${company.admin.origin}/deals${query}`);
  await see(page.getByRole('article'));
  await settle(page);
  return page;
}

const column = (page: Page) => page.getByRole('region', { name: /^Prospect/ });
const cards = (page: Page, name: string) => page.getByRole('article', { name });
const isFocused = (page: Page, name: string): Promise<void> =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, name).then(() => undefined);
const countNow = async (): Promise<number> =>
  (await company.api('GET', '/deals/board?limit=1')).body.columns[0].count as number;
const seeCount = (page: Page, count: number): Promise<void> =>
  see(page.getByRole('heading', { name: new RegExp(`^Prospect.*, ${count} deals`) }));

async function createByForm(page: Page): Promise<string> {
  const name = `Created ${uniqueSlug('deal')}`;
  await page.keyboard.press('c');
  await page.getByLabel('Title').fill(name);
  await page.keyboard.press('Control+Enter');
  await unsee(page.getByRole('dialog'));
  return name;
}

describe('a deal that was just created in a column of more cards than are read', () => {
  it('is seen at once with focus, once, and counted by the server', async () => {
    const page = await openBoard();
    const said = await recordAnnouncements(page);
    await page.reload();
    await settle(page);
    const name = await createByForm(page);
    await see(column(page).getByRole('article', { name }));
    await isFocused(page, name);
    await expect.poll(async () => (await said()).join(' ')).toContain(`Deal ${name} created in Prospect`);
    await seeCount(page, await countNow());
    expect(await cards(page, name).count()).toBe(1);
  });

  it('stays while the board is read anew, until its page brings it', async () => {
    const page = await openBoard();
    const name = await createByForm(page);
    await isFocused(page, name);
    await makeDeal('Of a colleague');
    await seeCount(page, await countNow());
    expect(await cards(page, name).count()).toBe(1);
    await cards(page, name).getByRole('link').first().focus();
    // Each press leads to the last card that is loaded, and so brings the next ones.
    await expect
      .poll(
        async () => {
          await page.keyboard.press('End');
          return cards(page, 'Of a colleague').count();
        },
        { timeout: 60_000, interval: 400 },
      )
      .toBe(1);
    await see(cards(page, 'Of a colleague'));
    await see(cards(page, name));
    expect(await cards(page, name).count()).toBe(1);
    expect(await column(page).getByRole('listitem').filter({ hasText: name }).getAttribute('aria-posinset')).toBe(
      String((await countNow()) - 1),
    );
  });

  it('is scrolled to in a column that draws only what is in sight', async () => {
    const page = await openBoard();
    await column(page).locator('[data-column-scroll]').hover();
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 2_500);
          return lastPlace(page);
        },
        { timeout: 30_000, interval: 120 },
      )
      .toBeGreaterThan(DRAWN_MAX);
    const name = await createByForm(page);
    await isFocused(page, name);
    expect(await cards(page, name).count()).toBe(1);
    expect(await page.getByRole('article').count()).toBeLessThan(DRAWN_MAX);
  });

  it('is told to be hidden where the filters exclude it, with a way to open it', async () => {
    const page = await openBoard('?minAmount=500');
    const name = await createByForm(page);
    await see(page.getByText(`Created ${name}`));
    expect(await cards(page, name).count()).toBe(0);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await see(page.getByRole('heading', { name }));
  });

  it('is shown among filtered ones where it passes', async () => {
    const page = await openBoard('?maxAmount=2000');
    const name = `Created ${uniqueSlug('deal')}`;
    await page.keyboard.press('c');
    await page.getByLabel('Title').fill(name);
    await page.getByRole('textbox', { name: /^Value/ }).fill('1500');
    await page.keyboard.press('Control+Enter');
    await isFocused(page, name);
    expect(await cards(page, name).count()).toBe(1);
  });

  it('is shown on a phone, whichever stage was in sight', async () => {
    const page = await openBoard('', NARROW);
    const first = await createByForm(page);
    await isFocused(page, first);
    await page.getByRole('combobox', { name: 'Stage' }).selectOption({ label: 'Qualified (0)' });
    const second = await createByForm(page);
    await isFocused(page, second);
    expect(await cards(page, second).count()).toBe(1);
    await see(cards(page, first));
    await expectNoSidewaysScroll(page);
  });
});

const lastPlace = async (page: Page): Promise<number> => {
  const places = await column(page)
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => Number(item.getAttribute('aria-posinset'))));
  return Math.max(...places);
};
