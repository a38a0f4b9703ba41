import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { person, rootHost } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, recordAnnouncements, see } from '../look.ts';
import { mailTo } from '../mailbox.ts';
import { signIn } from '../rest.ts';

const browser = useBrowser();

async function isFocused(element: Locator): Promise<void> {
  await expect.poll(() => element.evaluate((node) => node === document.activeElement)).toBe(true);
}

/** Opens the dialog, asks for the code and reads it from the mailbox; all by keyboard. */
async function askForCode(page: Page, address: string): Promise<string> {
  await page.getByRole('button', { name: 'Export', exact: true }).focus();
  await page.keyboard.press('Enter');
  await see(page.getByRole('dialog', { name: 'Export: deals' }));
  const since = Date.now() - 1_000;
  await page.keyboard.press('Enter');
  await isFocused(page.getByLabel('Code'));
  return String((await mailTo(rootHost(), address, since)).code);
}

describe('a rep exports the deals that the table shows', () => {
  it('with the mailed code, by keyboard alone, and gets as many rows as the list counts', async () => {
    const rep = person('acme', 'rep');
    const { api } = await signIn(rep);
    const filter = 'status=won&minAmount=5000';
    const { total } = (await api('GET', `/deals?${filter}&limit=1`)).body;
    expect(total).toBeGreaterThan(0);
    browser.guard.allow(/status of 422 .*exports\.create/);
    const page = await browser.asPerson(rep);
    const said = await recordAnnouncements(page);
    await page.goto(`${rep.origin}/deals?layout=table&${filter}`);
    const code = await askForCode(page, rep.email);
    await page.keyboard.type(code === '000000' ? '000001' : '000000');
    await see(page.getByText('This code is wrong. 4 tries are left.'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(code);
    const download = page.getByRole('link', { name: /^Download aura-deals-/ });
    await see(download);
    await see(page.getByText(`${total} deals,`));
    await expect.poll(async () => (await said()).join(' ')).toContain('Your file is ready');
    await download.focus();
    const saving = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^aura-deals-\d{4}-\d\d-\d\d\.csv$/);
    const rows: Record<string, string>[] = parse(readFileSync(await file.path()), { columns: true });
    const { name } = (await api('GET', '/me')).body;
    expect(rows).toHaveLength(total);
    expect(new Set(rows.map((row) => row['owner.name']))).toEqual(new Set([name]));
    await page.keyboard.press('Escape');
    await isFocused(page.getByRole('button', { name: 'Export', exact: true }));
    await page.goto(`${rep.origin}/settings/data`);
    await see(page.getByRole('link', { name: /^Download aura-deals-/ }));
    await expectNoAxeFindings(page);
  });

  it('on a phone, with nothing beyond its edges and nothing that axe finds in any step', async () => {
    const rep = person('globex', 'rep');
    const page = await browser.asPerson(rep, { viewport: NARROW });
    await page.goto(`${rep.origin}/deals?layout=table`);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await see(page.getByRole('dialog'));
    await expectNoAxeFindings(page);
    await expectNoSidewaysScroll(page);
    const since = Date.now() - 1_000;
    await page.getByRole('radio', { name: 'JSON' }).check();
    await page.getByRole('button', { name: 'E-mail me a code' }).click();
    await see(page.getByText(/We sent a 6-digit code to .•••@/));
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
    await see(page.getByText('Enter all 6 digits of the code'));
    await expectNoAxeFindings(page);
    const { code } = await mailTo(rootHost(), rep.email, since);
    await page.getByLabel('Code').fill(String(code));
    const download = page.getByRole('link', { name: /^Download aura-deals-/ });
    await see(download);
    expect(await download.getAttribute('download')).toMatch(/\.json$/);
    await expectNoAxeFindings(page);
    await expectNoSidewaysScroll(page);
  });
});
