import { describe, expect, it } from 'vitest';
import { NARROW, useBrowser, WIDE } from '../browser.ts';
import { originOf, person, type Who } from '../demo.ts';
import { settle } from '../look.ts';

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

function recordShifts(): void {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) sum += entry.value;
    document.documentElement.dataset['shift'] = String(sum);
  }).observe({ type: 'layout-shift', buffered: true });
}
