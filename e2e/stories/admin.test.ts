import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from '../browser.ts';
import { rootHost } from '../demo.ts';
import { see, settle, unsee } from '../look.ts';
import { mailTo } from '../mailbox.ts';
import { signInBy } from '../sign-in.ts';
import { choose, follow, type Hand, handAt, press, task } from './hand.ts';
import { HIDDEN, type Office, openOffice, SHARED } from './office.ts';

const OWN = `${SHARED} reception`;
const COLLEAGUES = `${SHARED} ${HIDDEN} hall`;

const browser = useBrowser();
let office: Office;

beforeAll(async () => {
  office = await openOffice('admin');
});

const main = (page: Page): Locator => page.getByRole('navigation', { name: 'Main' });

async function openSettings(page: Page, name: string): Promise<void> {
  await follow(main(page), 'Settings');
  await follow(page.getByRole('navigation', { name: 'Settings' }), name);
  await see(page.getByRole('heading', { level: 1, name }));
}

async function promote(hand: Hand): Promise<void> {
  await task(hand, { name: 'Make a rep a manager', actionsMax: 6 }, async (page) => {
    await openSettings(page, 'Members');
    await press(page, 'Actions for Una Rep');
    await page.getByRole('menuitem', { name: 'Change role…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Role of Una Rep' });
    await dialog.getByRole('radio', { name: 'Manager' }).check();
    await press(dialog, 'Save role');
    await unsee(dialog);
    await see(page.getByRole('row', { name: /^Una Rep/ }).getByText('Manager'));
  });
}

async function letGo(hand: Hand): Promise<void> {
  await task(hand, { name: 'Remove a member and hand over what was theirs', actionsMax: 3 }, async (page) => {
    await press(page, 'Actions for Rex Rep');
    await page.getByRole('menuitem', { name: 'Deactivate…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Deactivate Rex Rep?' });
    await choose(dialog.getByRole('combobox', { name: 'Who takes over their open records?' }), 'Una Rep');
    await press(dialog, 'Deactivate');
    await see(page.getByText(/Rex Rep is deactivated. 2 records handed over/));
    await unsee(page.getByRole('row', { name: /^Rex Rep/ }));
  });
}

/** Whoever was removed is out where they stand, and does not come back in. */
async function expectOut(page: Page): Promise<void> {
  await see(page.getByRole('dialog', { name: 'Sign in again' }).or(page.getByRole('button', { name: 'Sign in' })));
  await page.goto(`${office.rep.origin}/login`);
  await page.getByLabel('E-mail').fill(office.rep.email);
  await page.getByLabel('Password', { exact: true }).fill(office.rep.password);
  await press(page, 'Sign in');
  await see(page.getByText(/couldn't sign you in/).first());
  expect(new URL(page.url()).pathname).toBe('/login');
}

const entries = (page: Page): Locator =>
  page
    .getByRole('table', { name: /^Audit log/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') });

async function readLog(hand: Hand): Promise<void> {
  await task(hand, { name: 'Find in the log who changed a role', actionsMax: 4 }, async (page) => {
    await openSettings(page, 'Audit log');
    await choose(page.getByRole('combobox', { name: 'Who' }), 'Olive Owner');
    await choose(page.getByRole('combobox', { name: 'Object' }), 'Member');
    await page.waitForURL(/actorId=.*entity=member|entity=member.*actorId=/);
    await settle(page);
    await expect.poll(() => entries(page).count()).toBe(2);
    for (const text of await entries(page).allInnerTexts()) expect(text).toMatch(/Olive Owner\s+Member updated/);
    await press(entries(page).last(), 'Details: Member updated');
    const detail = page.getByRole('dialog');
    await see(detail.getByRole('deletion').filter({ hasText: 'sales_rep' }));
    await see(detail.getByRole('insertion').filter({ hasText: 'manager' }));
    await press(detail, 'Close');
    await unsee(detail);
  });
}

async function takeOut(hand: Hand): Promise<void> {
  await task(hand, { name: 'Take the workspace out as a file', actionsMax: 5 }, async (page) => {
    await openSettings(page, 'Data');
    await press(page, 'Export the workspace');
    const since = Date.now() - 1_000;
    await press(page, 'E-mail me a code');
    const { code } = await mailTo(rootHost(), office.company.admin.email, since);
    await page.getByLabel('Code').pressSequentially(String(code));
    const download = page.getByRole('dialog').getByRole('link', { name: /^Download aura-/ });
    await see(download);
    const saving = page.waitForEvent('download');
    await download.click();
    const archive = readFileSync(await (await saving).path()).toString('latin1');
    // A zip names its files at its end.
    for (const noun of ['deals', 'contacts', 'organizations', 'activities', 'members'])
      expect(archive.slice(-20_000), noun).toContain(`${noun}.csv`);
  });
}

describe('an admin', () => {
  it('changes a role, removes a member, reads the log, and takes the workspace out', async () => {
    browser.guard.allow(/status of 401/);
    const [olive, una, rex] = [
      await handAt(await browser.visitor()),
      await handAt(await browser.visitor()),
      await handAt(await browser.visitor()),
    ];
    for (const [{ page }, person] of [
      [una, office.otherRep],
      [rex, office.rep],
    ] as const) {
      await signInBy(page, person);
      await page.goto(`${person.origin}/deals`);
    }
    await see(una.page.getByRole('article', { name: COLLEAGUES }));
    await settle(una.page);
    expect(await una.page.getByRole('article', { name: OWN }).count()).toBe(0);
    await see(rex.page.getByRole('article', { name: OWN }));

    await signInBy(olive.page, office.company.admin);
    await promote(olive);
    await follow(main(una.page), 'Contacts');
    await follow(main(una.page), 'Deals');
    await see(una.page.getByRole('article', { name: OWN }));
    await letGo(olive);
    await expectOut(rex.page);
    await una.page.reload();
    await see(una.page.getByRole('article', { name: OWN }).getByRole('button', { name: 'Owner Una Rep, change' }));
    await readLog(olive);
    await takeOut(olive);
  }, 180_000);
});
