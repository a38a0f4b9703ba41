import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser } from '../browser.ts';
import { person } from '../demo.ts';
import { expectNoAxeFindings, expectNoSidewaysScroll, recordAnnouncements, see, settle } from '../look.ts';
import { signIn } from '../rest.ts';

const PATIENTLY = { timeout: 10_000 };

const browser = useBrowser();

describe('a manager reads the day', () => {
  it('from a figure to its deals and back, refreshed by a key', async () => {
    const manager = person('acme', 'manager');
    const { api } = await signIn(manager);
    const { attention } = (await api('GET', '/reports/dashboard')).body;
    const page = await browser.asPerson(manager);
    const said = await recordAnnouncements(page);
    await page.goto(`${manager.origin}/dashboard`);
    await settle(page);
    await see(page.getByText(/^Updated \d\d:\d\d:\d\d$/));
    await page.keyboard.press('r');
    await expect.poll(async () => (await said()).join(' '), PATIENTLY).toMatch(/Dashboard updated \d\d:\d\d:\d\d/);
    await page.getByLabel('Period').selectOption('year');
    await expect.poll(() => page.url(), PATIENTLY).toContain('period=year');
    await page.getByRole('link', { name: 'Needs attention' }).click();
    await page.waitForURL(/attention=any/);
    await see(page.getByText(new RegExp(`${attention.count}\\b.*deals`)));
    await page.goBack();
    await see(page.getByRole('heading', { name: 'Dashboard' }));
    expect(page.url()).toContain('period=year');
    await page.getByRole('columnheader', { name: 'Weighted' }).getByRole('button').click();
    await see(page.locator('th[aria-sort="ascending"]', { hasText: 'Weighted' }));
  });

  it('through the five reports, each without findings, also on a phone', async () => {
    const manager = person('acme', 'manager');
    const page = await browser.asPerson(manager);
    const questions = {
      Pipeline: 'What is in the pipeline?',
      Forecast: 'What will close, and when?',
      Conversion: 'Where do deals stop?',
      Activity: 'Who talked to customers?',
      'Lost reasons': 'Why do we lose deals?',
    };
    await page.goto(`${manager.origin}/reports`);
    await page.waitForURL(/reports\/pipeline/);
    for (const [tab, question] of Object.entries(questions)) {
      await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: tab, exact: true }).click();
      await see(page.getByRole('heading', { level: 1, name: question }));
      await see(page.getByText('You see the deals you may see.'));
      await expectNoAxeFindings(page);
    }
    await page.setViewportSize(NARROW);
    await see(page.getByRole('heading', { level: 1 }));
    await expectNoSidewaysScroll(page);
    expect(page.url()).toContain('/reports/lost-reasons');
  });

  it('and takes the numbers along as a spreadsheet and on paper', async () => {
    const manager = person('acme', 'manager');
    const { api } = await signIn(manager);
    const { stages } = (await api('GET', '/reports/pipeline')).body;
    const page = await browser.asPerson(manager);
    await page.goto(`${manager.origin}/reports/pipeline`);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('pipeline.csv');
    const rows: Record<string, string>[] = parse(readFileSync(await file.path()), { columns: true });
    expect(rows.map((row) => row['Stage'])).toEqual(stages.map((stage: { stageName: string }) => stage.stageName));
    await page.emulateMedia({ media: 'print' });
    await see(page.getByRole('heading', { level: 1 }));
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  });

  it('while a rep reads the same address about their own deals', async () => {
    const rep = person('acme', 'rep');
    const { api } = await signIn(rep);
    const { open } = (await api('GET', '/reports/pipeline')).body;
    const page = await browser.asPerson(rep);
    await page.goto(`${rep.origin}/reports/pipeline`);
    await see(page.getByText(`${open.count} deals open`));
    expect(await page.getByLabel('Owner').count()).toBe(0);
  });
});
