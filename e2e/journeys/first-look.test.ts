import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser, WIDE } from '../browser.ts';
import { originOf, person, type Who } from '../demo.ts';
import { see, settle } from '../look.ts';

const browser = useBrowser();

const LOOKS: readonly [string, Who, RegExp, string[]][] = [
  ['/dashboard', 'manager', /Needs attention|Needs a look/, ['dashboard.read', 'reports.forecast']],
  ['/dashboard', 'rep', /My open deals by stage/, ['dashboard.read']],
  ['/deals', 'manager', /\d deals · /, ['deals.board', 'customFields.ofEntity', 'savedViews.ofEntity']],
  ['/contacts', 'manager', /\d contacts/, ['contacts.list', 'customFields.ofEntity', 'savedViews.ofEntity']],
];

describe.each(LOOKS)('%s as %s', (path, who, text, procedures) => {
  it('shows its figures before any script has run', async () => {
    const page = await browser.asPerson(person('acme', who));
    await page.route('**/_next/static/**/*.js', (route) => new Promise(() => route));
    await page.goto(`${originOf('acme')}${path}`, { waitUntil: 'commit' });
    await expect.poll(() => page.locator('main').innerText()).toMatch(text);
    await expect.poll(() => page.locator('main [aria-busy="true"]').count()).toBe(0);
  });

  it('asks nothing again that came with it, and nothing jumps', async () => {
    for (const [size, userAgent] of [
      [WIDE, undefined],
      [NARROW, 'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36'],
    ] as const) {
      const page = await browser.asPerson(person('acme', who), { viewport: size, ...(userAgent ? { userAgent } : {}) });
      const asked: string[] = [];
      page.on('request', (request) =>
        asked.push(...(new URL(request.url()).pathname.split('/api/trpc/')[1] ?? '').split(',')),
      );
      await page.addInitScript(recordShifts);
      await page.goto(`${originOf('acme')}${path}`);
      await settle(page);
      expect(asked.filter((procedure) => procedures.includes(procedure))).toEqual([]);
      // 0.1 is what people begin to notice.
      expect(await page.evaluate(() => Number(document.documentElement.dataset['shift'] ?? 0))).toBeLessThan(0.1);
      await page.context().close();
    }
  });
});

describe('the page behind a link', () => {
  it('is loaded ahead for who points at the link or comes to it by key, not for all in sight', async () => {
    const page = await browser.asPerson(person('acme', 'manager'));
    const loaded = recordsLoaded(page);
    await page.goto(`${originOf('acme')}/contacts`);
    const links = page.getByRole('table').getByRole('rowheader').getByRole('link');
    await see(links);
    await settle(page);
    expect(await links.count()).toBeGreaterThan(2);
    expect(loaded()).toEqual([]);
    const [pointed = '', focused = ''] = await links.evaluateAll((all) =>
      all.map((one) => one.getAttribute('href') ?? ''),
    );
    await links.first().hover();
    await expect.poll(loaded).toEqual([pointed]);
    await links.nth(1).focus();
    await expect.poll(loaded).toEqual([pointed, focused]);
    await links.nth(2).hover();
    await links.first().hover();
    await expect.poll(() => loaded().length).toBe(3);
    expect(new URL(page.url()).pathname).toBe('/contacts');
  });
});

/** The records' pages that the browser has asked for, each once. */
function recordsLoaded(page: Page): () => string[] {
  const paths = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/contacts\/[0-9a-f-]{36}$/.test(pathname)) paths.add(pathname);
  });
  return () => [...paths];
}

function recordShifts(): void {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) sum += entry.value;
    document.documentElement.dataset['shift'] = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });
}
