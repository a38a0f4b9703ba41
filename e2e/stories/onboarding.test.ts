import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { PASSWORD, uniqueSlug } from '../company.ts';
import { originOf, rootHost } from '../demo.ts';
import { see, settle, unsee } from '../look.ts';
import { linkIn, mailTo } from '../mailbox.ts';
import { choose, follow, type Hand, handAt, press, sumOf, task, type } from './hand.ts';

const ONBOARDED_WITHIN_MS = 30 * 60_000;

const browser = useBrowser();

/** What another system gave out: whose each record is stands in a column of e-mail addresses. */
const contactsOf = (slug: string): string =>
  [
    'First Name,Last Name,Email,Phone,Job Title,Company,Owner Email',
    `Lena,Okafor,lena.okafor@harbour.test,+49 30 5550101,Head of Buying,Harbour Foods,rex@${slug}.test`,
    `Tom,Brandt,tom.brandt@harbour.test,,Buyer,Harbour Foods,rex@${slug}.test`,
    `Ines,Duarte,ines@nordlicht.test,+49 40 5550102,Owner,Nordlicht Studio,mia@${slug}.test`,
  ].join('\n');
const dealsOf = (slug: string): string =>
  [
    'Deal Name,Amount,Deal Stage,Close Date,Company,Owner Email',
    `Harbour canteen,12000,Qualified,2027-03-01,Harbour Foods,rex@${slug}.test`,
    `Nordlicht chairs,4800,Prospect,2027-02-01,Nordlicht Studio,mia@${slug}.test`,
  ].join('\n');

async function signUp(hand: Hand, slug: string): Promise<void> {
  await task(hand, { name: 'Sign up', actionsMax: 2 }, async (page) => {
    await page.goto(`http://${rootHost()}/signup`);
    await type(page.getByRole('textbox', { name: 'Full name' }), 'Ada Admin');
    await type(page.getByRole('textbox', { name: 'Work e-mail' }), `ada@${slug}.test`);
    await type(page.getByLabel('Password', { exact: true }), PASSWORD);
    await press(page, 'Continue');
    await type(page.getByRole('textbox', { name: 'Company name' }), 'Story Works');
    await type(page.getByRole('textbox', { name: 'Workspace address' }), slug);
    await see(page.getByText(`${slug} is free`));
    await type(page.getByRole('textbox', { name: 'Type your full name to accept' }), 'Ada Admin');
    await press(page, 'Create workspace');
    await page.waitForURL(`${originOf(slug)}/dashboard**`);
    await see(page.getByRole('region', { name: /First steps\s*0 of 5 done/ }));
  });
}

async function confirmAddress(hand: Hand, slug: string): Promise<void> {
  await task(hand, { name: 'Confirm the e-mail address', actionsMax: 2 }, async (page) => {
    await page.goto(linkIn(await mailTo(rootHost(), `ada@${slug}.test`)));
    await press(page, /^Confirm/);
    await see(page.getByRole('heading', { name: 'Your e-mail address is confirmed' }));
    await follow(page, 'Go to your workspace');
    await see(page.getByRole('region', { name: /First steps\s*1 of 5 done/ }));
  });
}

async function describeCompany(hand: Hand): Promise<void> {
  await task(hand, { name: 'Say what the company does', actionsMax: 3 }, async (page) => {
    await follow(page, 'Settings');
    await follow(page, 'Workspace');
    await type(page.getByRole('textbox', { name: 'Industry' }), 'Furniture');
    await press(page, 'Save');
    await see(page.getByText(/saved/i));
  });
}

async function invite(hand: Hand, slug: string): Promise<void> {
  await task(hand, { name: 'Invite a manager and a rep', actionsMax: 7 }, async (page) => {
    await follow(page, 'Dashboard');
    await follow(page, 'Invite a teammate');
    await press(page, 'Invite people');
    await type(page.getByLabel('E-mail addresses'), `mia@${slug}.test`);
    await page.getByRole('radio', { name: 'Manager' }).check();
    await press(page, 'Invite');
    await see(page.getByText(`mia@${slug}.test: invited`));
    await type(page.getByLabel('E-mail addresses'), `rex@${slug}.test`);
    await page.getByRole('radio', { name: 'Sales rep' }).check();
    await press(page, 'Invite');
    await see(page.getByText(`rex@${slug}.test: invited`));
    await page.keyboard.press('Escape');
    await unsee(page.getByRole('dialog'));
  });
}

async function join(slug: string, { name, heading }: { name: string; heading: string }): Promise<Hand> {
  const hand = await handAt(await browser.visitor());
  const email = `${name.split(' ')[0]?.toLowerCase()}@${slug}.test`;
  await task(hand, { name: `${name} joins`, actionsMax: 1 }, async (page) => {
    await page.goto(linkIn(await mailTo(rootHost(), email)));
    await type(page.getByLabel('Full name'), name);
    await type(page.getByLabel('Password', { exact: true }), PASSWORD);
    await press(page, /^Join/);
    await see(page.getByRole('heading', { level: 1, name: heading }));
    await see(page.getByText('Your figures begin with the first deal'));
  });
  return hand;
}

type Upload = { entity: 'Contacts' | 'Deals'; csv: string; rows: number };

/** Ends on the import's page. */
async function bringIn(hand: Hand, { entity, csv, rows }: Upload): Promise<void> {
  const file = { name: `${entity.toLowerCase()}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await task(hand, { name: `Import ${entity.toLowerCase()}`, actionsMax: 8 }, async (page) => {
    await follow(page, 'Import');
    await page.getByRole('radio', { name: entity }).check();
    const choosing = page.waitForEvent('filechooser');
    await press(page, 'CSV file');
    await (await choosing).setFiles(file);
    await press(page, 'Continue to the columns');
    await see(page.getByText(/(\d+) of \1 columns mapped/));
    const missing = page.getByRole('checkbox', { name: 'Organizations that are not here yet' });
    if (entity === 'Contacts') await missing.check();
    await press(page, 'Check the rows');
    await see(page.getByText(`All ${rows} rows are fine.`));
    await press(page, 'Continue');
    await see(page.getByText(`create ${rows} `));
    await press(page, 'Start import');
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
    await see(page.getByText('Done', { exact: true }));
    await see(page.getByRole('button', { name: 'Undo import' }));
  });
}

async function takeBack(hand: Hand): Promise<void> {
  await task(hand, { name: 'Take the import back', actionsMax: 2 }, async (page) => {
    await press(page, 'Undo import');
    await press(page.getByRole('alertdialog'), 'Undo import');
    await see(page.getByText(/2 removed, 0 put back/));
  });
}

async function addField(hand: Hand): Promise<void> {
  await task(hand, { name: 'Make a custom field', actionsMax: 5 }, async (page) => {
    await follow(page, 'Settings');
    await follow(page, 'Custom fields');
    await see(page.getByRole('heading', { level: 1, name: 'Custom fields' }));
    await press(page, 'Field');
    await type(page.getByRole('textbox', { name: 'Label' }), 'Desks');
    await choose(page.getByRole('combobox', { name: 'Type' }), 'Number');
    await press(page, 'Add field');
    await see(page.getByRole('button', { name: 'Edit Desks' }));
  });
}

async function shapePipeline(hand: Hand): Promise<void> {
  await task(hand, { name: 'Rename a stage and add one', actionsMax: 4 }, async (page) => {
    await follow(page, 'Pipelines');
    await follow(page.getByRole('main'), 'Sales');
    await type(page.getByRole('textbox', { name: 'Open stage' }).first(), 'Lead');
    await press(page, 'Add a stage');
    await type(page.getByRole('textbox', { name: 'Open stage' }).last(), 'Contract');
    await press(page, 'Save stages');
    await see(page.getByText(/saved/i));
  });
}

async function namesIn(page: Page, place: string, isThere: string): Promise<string[]> {
  await follow(page.getByRole('navigation', { name: 'Main' }), place);
  await see(page.getByRole('heading', { level: 1, name: place }));
  await see(page.getByRole('main').getByText(isThere));
  await settle(page);
  const all = await page.getByRole('main').innerText();
  const known = ['Lena Okafor', 'Tom Brandt', 'Ines Duarte', 'Harbour canteen', 'Nordlicht chairs'];
  return known.filter((name) => all.includes(name));
}

describe('a company that is new', () => {
  it('is founded, invites its people, brings its book in and is at work within half an hour', async () => {
    const slug = uniqueSlug('story');
    const ada = await handAt(await browser.visitor());
    await signUp(ada, slug);
    await confirmAddress(ada, slug);
    await describeCompany(ada);
    await invite(ada, slug);
    const mia = await join(slug, { name: 'Mia Manager', heading: 'Dashboard' });
    const rex = await join(slug, { name: 'Rex Rep', heading: 'My day' });
    await bringIn(ada, { entity: 'Contacts', csv: contactsOf(slug), rows: 3 });
    await bringIn(ada, { entity: 'Deals', csv: dealsOf(slug), rows: 2 });
    await takeBack(ada);
    await bringIn(ada, { entity: 'Deals', csv: dealsOf(slug), rows: 2 });
    await addField(ada);
    await shapePipeline(ada);

    // Who has been there all along sees what came in, and nobody more than is theirs.
    expect(await namesIn(mia.page, 'Contacts', 'Ines Duarte')).toEqual(['Lena Okafor', 'Tom Brandt', 'Ines Duarte']);
    expect(await namesIn(mia.page, 'Deals', 'Nordlicht chairs')).toEqual(['Harbour canteen', 'Nordlicht chairs']);
    await see(mia.page.getByRole('region', { name: /^Lead/ }).getByRole('article', { name: 'Nordlicht chairs' }));
    await see(mia.page.getByRole('region', { name: /^Contract/ }));
    expect(await namesIn(rex.page, 'Contacts', 'Lena Okafor')).toEqual(['Lena Okafor', 'Tom Brandt']);
    expect(await namesIn(rex.page, 'Deals', 'Harbour canteen')).toEqual(['Harbour canteen']);

    await follow(ada.page, 'Dashboard');
    await see(ada.page.getByRole('region', { name: /First steps\s*4 of 5 done/ }));
    const { actions, keys, byHandMs } = sumOf([ada, mia, rex]);
    console.info(`Onboarding: presses ${actions}, keys ${keys}, ${(byHandMs / 60_000).toFixed(1)} minutes by hand.`);
    expect(byHandMs).toBeLessThan(ONBOARDED_WITHIN_MS);
  }, 240_000);
});
