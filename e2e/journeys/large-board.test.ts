import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { waitForImport } from '../book-import.ts';
import { useBrowser } from '../browser.ts';
import { type Company, foundCompany } from '../company.ts';
import { rootHost } from '../demo.ts';
import { expectNoAxeFindings, recordAnnouncements, see } from '../look.ts';
import type { Body } from '../rest.ts';

const DEALS = 5_000;
const DRAWN_MAX = 120;

const browser = useBrowser();
let company: Company;

beforeAll(async () => {
  company = await foundCompany(rootHost(), 'crowd');
  const rows = [...Array(DEALS).keys()].map(
    (index) => `${nameAt(index)},${(index + 1) * 10},Prospect,${dayAt(Math.floor(index / 5))}`,
  );
  const form = new FormData();
  const csv = ['name,amount,stage,close date', ...rows].join('\n');
  form.set('file', new Blob([csv], { type: 'text/csv' }), 'crowd.csv');
  form.set('entity', 'deals');
  form.set('options', '{}');
  const { status, body, text } = await company.api('POST', '/imports', { form });
  if (status !== 202) throw new Error(text);
  expect(await waitForImport(company.api, body.id)).toMatchObject({ created: DEALS });
}, 300_000);

const nameAt = (index: number): string => `Crowd ${String(index + 1).padStart(4, '0')}`;
const dayAt = (days: number): string => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10);

/** By value, so that a deal's place is its number. */
async function openBoard(): Promise<{ page: Page; said: () => Promise<string[]> }> {
  const page = await browser.asPerson(company.admin);
  const said = await recordAnnouncements(page);
  await page.goto(`${company.admin.origin}/deals?sort=-amount`);
  await see(page.getByRole('article', { name: nameAt(DEALS - 1) }));
  return { page, said };
}

const column = (page: Page, stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}`) });
const card = (page: Page, stage: string, name: string) => column(page, stage).getByRole('article', { name });
const cardsDrawn = (page: Page): Promise<number> => page.getByRole('article').count();
/** The deal at a place of the column, the most valuable first. */
const nameAtPlace = (place: number): string => nameAt(DEALS - place);
const scroller = (page: Page) => column(page, 'Prospect').locator('[data-column-scroll]');
const isFocused = (page: Page, name: string): Promise<void> =>
  page.waitForFunction((text) => document.activeElement?.textContent === text, name).then(() => undefined);

/** Turns the wheel until a deal's card is drawn. */
async function wheelTo(page: Page, name: string): Promise<void> {
  await scroller(page).hover();
  await expect
    .poll(
      async () => {
        if ((await card(page, 'Prospect', name).count()) > 0) return true;
        await page.mouse.wheel(0, 2_500);
        return false;
      },
      { timeout: 60_000, interval: 120 },
    )
    .toBe(true);
  await card(page, 'Prospect', name).scrollIntoViewIfNeeded();
}

async function figuresOf(stage: string): Promise<Body> {
  const { body } = await company.api('GET', '/deals/board?limit=1');
  return body.columns.find((one: Body) => one.stage.name === stage);
}

/** Waits until the server has so many deals in the stage, and its column says so and what they are worth. */
async function expectHeld(page: Page, stage: string, count: number): Promise<void> {
  await expect.poll(async () => (await figuresOf(stage)).count).toBe(count);
  const { sums } = await figuresOf(stage);
  const amount = Number(sums[0].amount).toLocaleString('en-US');
  await see(page.getByRole('heading', { name: new RegExp(`^${stage}.*, ${count} deals?, \\$${amount}`) }));
}

describe('a column of five thousand deals', () => {
  it('is read 25 by 25, by the button or by scrolling, and says how far', async () => {
    const { page, said } = await openBoard();
    await column(page, 'Prospect')
      .getByRole('button', { name: /^Show 25 more/ })
      .click();
    await expect.poll(async () => (await said()).join(' ')).toContain('25 more loaded, 50 of 5000');
    await wheelTo(page, nameAtPlace(300));
    expect(await cardsDrawn(page)).toBeLessThan(DRAWN_MAX);
    const item = column(page, 'Prospect')
      .getByRole('listitem')
      .filter({ hasText: nameAtPlace(300) });
    expect(await item.getAttribute('aria-posinset')).toBe('300');
    expect(await item.getAttribute('aria-setsize')).toBe(String(DEALS));
    await expectHeld(page, 'Prospect', DEALS);
    await expectNoAxeFindings(page);
  });

  it('is walked by keys: down, to its ends, and to the next column', async () => {
    const { page } = await openBoard();
    await wheelTo(page, nameAtPlace(120));
    await page.getByRole('link', { name: nameAtPlace(120) }).focus();
    for (let place = 121; place <= 140; place++) {
      await page.keyboard.press('ArrowDown');
      await isFocused(page, nameAtPlace(place));
    }
    await page.keyboard.press('Home');
    await isFocused(page, nameAtPlace(1));
    await page.keyboard.press('End');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Crowd 4[78]/);
    await page.keyboard.press('ArrowUp');
    expect(await cardsDrawn(page)).toBeLessThan(DRAWN_MAX);
  });

  it('keeps its place when the board is read anew, with all that was loaded', async () => {
    const { page } = await openBoard();
    await wheelTo(page, nameAtPlace(200));
    const held = card(page, 'Prospect', nameAtPlace(200));
    const before = (await held.boundingBox())?.y ?? 0;
    const { body: first } = await company.api('POST', '/deals', { body: { name: 'On top', amount: '999999.00' } });
    // The change is pushed: the count in the heading follows.
    await see(
      page.getByRole('heading', { name: new RegExp(`^Prospect.*, ${(await figuresOf('Prospect')).count} deals`) }),
    );
    await page.waitForTimeout(500);
    expect(Math.abs(((await held.boundingBox())?.y ?? 0) - before)).toBeLessThan(8);
    await company.api('DELETE', `/deals/${first.id}`);
  });

  it('gives a deal from its depth by drag, by menu and by key, and takes it back', async () => {
    const { page } = await openBoard();
    await wheelTo(page, nameAtPlace(180));
    const name = nameAtPlace(180);
    const from = await card(page, 'Prospect', name).boundingBox();
    const to = await column(page, 'Qualified').boundingBox();
    if (!from || !to) throw new Error('The board is not drawn.');
    await page.mouse.move(from.x + 60, from.y + 12);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 16, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 8 });
    await see(page.getByText('Move here · weighted becomes'));
    await page.mouse.up();
    await see(card(page, 'Qualified', name));
    await expectHeld(page, 'Qualified', 1);
    await page.keyboard.press('Control+z');
    await see(card(page, 'Prospect', name));
    const next = nameAtPlace(182);
    await card(page, 'Prospect', next).getByRole('button', { name: /^Move/ }).click();
    await page.getByRole('menuitemradio', { name: 'Qualified' }).click();
    await see(card(page, 'Qualified', next));
    await isFocused(page, next);
    await page.keyboard.press('[');
    await see(card(page, 'Prospect', next));
    await isFocused(page, next);
    await expectHeld(page, 'Prospect', DEALS);
  });
});
