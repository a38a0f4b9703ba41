import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { waitForImport } from '../book-import.ts';
import { useBrowser } from '../browser.ts';
import { see, settle, unsee } from '../look.ts';
import { signInBy } from '../sign-in.ts';
import { follow, type Hand, handAt, press, task, type } from './hand.ts';
import { make, type Office, openOffice } from './office.ts';

const USABLE_WITHIN_MS = 10_000;

const browser = useBrowser();
let office: Office;

const day = (fromToday: number): string => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  office = await openOffice('manager');
  const { company, rep } = office;
  const rows = [
    ['Stuck atrium', 8_000, 'Prospect', day(-60), day(40), 'Call again', day(5)],
    ['Late lobby', 3_000, 'Qualified', day(-9), day(-1), 'Send offer', day(-2)],
    ['Quiet foyer', 2_000, 'Qualified', day(-3), day(40), '', ''],
    ['Fine hall', 1_000, 'Prospect', day(-3), day(10), 'Visit', day(3)],
    ['Won tower', 9_000, 'Won', day(-9), day(0), '', ''],
    ['Lost depot', 6_000, 'Lost', day(-9), day(0), '', ''],
  ].map((row) => [...row, rep.email].join(','));
  const form = new FormData();
  const header = 'name,amount,stage,opened on,close date,next step,next step on,owner email';
  form.set('file', new Blob([[header, ...rows].join('\n')]), 'team.csv');
  form.set('entity', 'deals');
  const { id } = (await company.api('POST', '/imports', { form })).body;
  expect(await waitForImport(company.api, id)).toMatchObject({ created: rows.length });
  const [late] = (await rep.api('GET', '/deals?q=Late')).body.items;
  await make(rep.api, `/deals/${late.id}/escalate`, { reason: 'They ask for a discount' });
}, 180_000);

/** A number on the dashboard: the link that it is behind, and how many records it says. */
type Figure = { name: string; count: number; link: Locator };

const numberIn = (text: string, pattern: RegExp): number =>
  [...text.matchAll(pattern)].reduce((sum, [, found]) => sum + Number(found?.replaceAll(',', '')), 0);

async function tiles(page: Page): Promise<Figure[]> {
  const patterns = {
    'Open pipeline': /([\d,]+) deals?/g,
    Won: /([\d,]+) deals?/g,
    'Win rate': /([\d,]+) (?:won|lost)/g,
    'Needs attention': /\n(\d+)\n/g,
  };
  return Promise.all(
    Object.entries(patterns).map(async ([name, pattern]) => {
      const link = page.getByRole('link', { name, exact: true });
      return { name, link, count: numberIn(await link.locator('../..').innerText(), pattern) };
    }),
  );
}

async function linksIn(place: Locator, pattern: RegExp): Promise<Figure[]> {
  const links = await place.getByRole('link', { name: pattern }).all();
  return Promise.all(
    links.map(async (link) => {
      const name = (await link.innerText()).replaceAll(/\s+/g, ' ');
      return { name, link, count: numberIn(name, /(\d+)/g) };
    }),
  );
}

async function stages(page: Page): Promise<Figure[]> {
  const items = await page.getByRole('region', { name: 'Pipeline by stage' }).getByRole('listitem').all();
  return Promise.all(
    items.map(async (item) => ({
      name: (await item.innerText()).replaceAll(/\s+/g, ' '),
      link: item.getByRole('link'),
      count: numberIn(await item.innerText(), /(\d+) deals? ·/g),
    })),
  );
}

async function figuresOf(page: Page): Promise<Figure[]> {
  await settle(page);
  const people = page.getByRole('table', { name: 'Pipeline by rep' });
  return [
    ...(await tiles(page)),
    ...(await linksIn(page.getByRole('list', { name: 'Reasons' }), /: \d+$/)),
    ...(await stages(page)),
    ...(await linksIn(people, /^\d+ (open deals|won deals|deals that need attention)$/)),
  ];
}

const rowsOf = (page: Page): Locator =>
  page
    .getByRole('main')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

/** Presses each number and holds the list that it leads to against it. */
async function pressNumbers({ page }: Hand): Promise<string[]> {
  const said: string[] = [];
  for (const { name, count, link } of await figuresOf(page)) {
    await link.click();
    await page.waitForURL(/\/deals\?/);
    await settle(page);
    await expect.poll(() => rowsOf(page).count(), { message: name }).toBe(count);
    said.push(`${name} → ${count}`);
    await page.goBack();
    await see(page.getByRole('heading', { level: 1, name: 'Dashboard' }));
    await settle(page);
  }
  return said;
}

async function start(hand: Hand): Promise<void> {
  await task(hand, { name: 'Sign in', actionsMax: 1 }, async (page) => {
    await page.goto(`${office.manager.origin}/login`);
    await signInBy(page, office.manager);
    await see(page.getByRole('link', { name: 'Open pipeline' }));
  });
  expect(hand.told[0]?.byHandMs).toBeLessThan(USABLE_WITHIN_MS);
}

async function coach(hand: Hand): Promise<void> {
  await task(hand, { name: 'Open the stuck deal', actionsMax: 1 }, async (page) => {
    await follow(page.getByRole('region', { name: /^Needs attention/ }), 'Stuck atrium');
    await see(page.getByRole('heading', { level: 1, name: 'Stuck atrium' }));
  });
  await task(hand, { name: 'Write a note that calls its owner', actionsMax: 3 }, async (page) => {
    await page.getByRole('radio', { name: 'Note' }).check();
    const note = page.getByLabel('Note', { exact: true }).last();
    await type(note, '@Rex');
    await see(page.getByRole('option', { name: 'Rex Rep' }));
    await page.keyboard.press('Enter');
    await note.pressSequentially('call them before Friday');
    await press(page, 'Save note');
    await see(page.getByRole('region', { name: 'Timeline' }).getByText('call them before Friday'));
  });
}

async function beCalled(hand: Hand): Promise<void> {
  await task(hand, { name: 'Follow a mention', actionsMax: 2 }, async (page) => {
    await press(page, /^Notifications, \d+ unread/);
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /mentioned you/ })
      .first()
      .click();
    await see(page.getByRole('heading', { level: 1, name: 'Stuck atrium' }));
    await see(page.getByText('call them before Friday').first());
  });
}

async function answerByShare(hand: Hand): Promise<void> {
  await task(hand, { name: 'Answer an escalation by sharing', actionsMax: 4 }, async (page) => {
    await follow(page.getByRole('navigation', { name: 'Main' }), /^Escalations/);
    const item = page.getByRole('listitem').filter({ hasText: 'Late lobby' });
    await see(item.getByText('They ask for a discount'));
    await press(item, /^Share or reassign/);
    const dialog = page.getByRole('dialog', { name: 'Who helps with Late lobby?' });
    await type(dialog.getByRole('combobox', { name: 'Colleague' }), 'Una');
    await page.getByRole('option', { name: 'Una Rep' }).click();
    await press(dialog, 'Hand over');
    await unsee(dialog);
    await see(page.getByText('Nobody waits for help'));
  });
}

async function askWhoSees(hand: Hand): Promise<void> {
  await task(hand, { name: 'Ask who sees a deal', actionsMax: 5 }, async (page) => {
    await follow(page.getByRole('navigation', { name: 'Main' }), 'Deals');
    await follow(page, 'Late lobby');
    await see(page.getByRole('heading', { level: 1, name: 'Late lobby' }));
    await press(page, 'More about Late lobby');
    await page.getByRole('menuitem', { name: 'Share…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who sees Late lobby' });
    await see(dialog.getByRole('listitem').filter({ hasText: 'Rex Rep' }).getByText('Owner'));
    await see(dialog.getByRole('listitem').filter({ hasText: 'Una Rep' }).getByText('Shared'));
    await press(dialog, 'Done');
  });
}

const RENAMED = ['Fine hall', 'Quiet foyer', 'Stuck atrium'];

/** All that a rep has open goes to the other one, and back. `watching` is the rep's own page. */
async function giveAndTakeBack(hand: Hand, watching: Page): Promise<void> {
  await task(hand, { name: 'Give a rep’s open deals to another', actionsMax: 6 }, async (page) => {
    await follow(page.getByRole('navigation', { name: 'Main' }), 'Dashboard');
    await follow(page.getByRole('row', { name: /^Rex Rep/ }), /open deals$/);
    await page.waitForURL(/\/deals\?/);
    await settle(page);
    await page.getByRole('checkbox', { name: 'Select all rows on this page' }).click();
    await press(page.getByRole('region', { name: 'Bulk actions' }), 'Change owner');
    const dialog = page.getByRole('dialog', { name: 'Change owner' }).or(page.getByRole('dialog'));
    await type(dialog.getByRole('combobox', { name: 'New owner' }), 'Una');
    await page.getByRole('option', { name: 'Una Rep' }).click();
    await press(dialog, /^Change owner of 5 deals/);
    await see(page.getByText('Owner of 5 deals is now Una Rep'));
  });
  for (const name of RENAMED) await unsee(watching.getByRole('article', { name }));
  await task(hand, { name: 'Take it back', actionsMax: 1 }, async (page) => {
    await press(page, 'Undo');
    await see(page.getByText('5 deals put back as before'));
  });
  for (const name of RENAMED) await see(watching.getByRole('article', { name }));
}

async function takeReport(hand: Hand): Promise<void> {
  await task(hand, { name: 'Take the pipeline along as a spreadsheet', actionsMax: 2 }, async (page) => {
    await follow(page.getByRole('navigation', { name: 'Main' }), 'Reports');
    await see(page.getByRole('heading', { level: 1, name: 'What is in the pipeline?' }));
    const saving = page.waitForEvent('download');
    await press(page, 'CSV');
    const rows: Record<string, string>[] = parse(readFileSync(await (await saving).path()), { columns: true });
    const { stages: counted } = (await office.manager.api('GET', '/reports/pipeline')).body;
    expect(rows.map((row) => Number(row['Deals']))).toEqual(counted.map(({ count }: { count: number }) => count));
  });
}

/** What a printer would get: the sheets, and no more of them than the numbers need. */
async function printSnapshot({ page }: Hand): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await see(page.getByRole('table', { name: 'Pipeline by stage' }));
  for (const part of ['navigation', 'banner'] as const)
    expect(await page.getByRole(part).filter({ visible: true }).count(), part).toBe(0);
  const buttons = page.getByRole('button').filter({ visible: true });
  expect(await buttons.allTextContents()).toEqual([]);
  await page.emulateMedia({ media: null });
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.startsWith('%PDF-')).toBe(true);
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
}

describe('a manager’s day', () => {
  it('leads from each number to exactly its deals, and to the people behind them', async () => {
    const [mia, rex, una] = [
      await handAt(await browser.visitor()),
      await handAt(await browser.visitor()),
      await handAt(await browser.visitor()),
    ];
    await signInBy(rex.page, office.rep);
    await signInBy(una.page, office.otherRep);
    await una.page.goto(`${office.otherRep.origin}/deals`);
    await settle(una.page);
    expect(await una.page.getByText('Late lobby').count()).toBe(0);
    await start(mia);
    const said = await pressNumbers(mia);
    console.info(said.join('\n'));
    expect(said.length).toBeGreaterThan(12);
    await coach(mia);
    await beCalled(rex);
    await answerByShare(mia);
    await see(una.page.getByRole('article', { name: 'Late lobby' }));
    await askWhoSees(mia);
    await rex.page.goto(`${office.rep.origin}/deals`);
    for (const name of RENAMED) await see(rex.page.getByRole('article', { name }));
    await giveAndTakeBack(mia, rex.page);
    await takeReport(mia);
    await printSnapshot(mia);
  }, 240_000);
});
