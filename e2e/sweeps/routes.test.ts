import { globSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser, WIDE } from '../browser.ts';
import { canaryOf, plantCanaries } from '../canary.ts';
import { originOf, person, rootHost } from '../demo.ts';
import { axeFindings, settle, sidewaysScroll, standStill } from '../look.ts';
import { signIn } from '../rest.ts';
import { findRouteIds, ROUTES, type Route, type RouteIds } from '../routes.ts';

const PAGES = path.resolve(import.meta.dirname, '../../apps/web/app');
const browser = useBrowser();
// What a browser logs for pages that say by their status that something is not there.
const EXPECTED = [
  /status of 404 .*there-is-no-such-page/,
  /status of 4\d\d .*\/api\/trpc\/(auth|invitations|members)\./,
];

let ids: RouteIds;
const titles = new Map<string, string>();

beforeAll(async () => {
  await plantCanaries();
  ids = await findRouteIds((await signIn(person('acme', 'manager'))).api);
});

describe('the list of routes', () => {
  it('names every page of the application, and no other', () => {
    const pages = globSync('**/page.tsx', { cwd: PAGES }).map((file) => path.dirname(file).replace(/^\.$/, ''));
    expect([...new Set(ROUTES.map(({ page }) => page))].sort()).toEqual(pages.sort());
  });
});

async function open(route: Route, address: string): Promise<Page> {
  for (const pattern of EXPECTED) browser.guard.allow(pattern);
  const page = await (route.who ? browser.asPerson(person('acme', route.who)) : browser.visitor());
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const origin = route.host === 'site' ? `http://${rootHost()}` : originOf('acme');
  const answer = await page.goto(`${origin}${address}`);
  expect(answer?.status(), 'the answer').toBe(route.status ?? 200);
  return page;
}

/** Both widths in both themes with one navigation; what does not depend on the theme is looked at once a width. */
async function sweep(page: Page, route: Route): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, size] of [
    ['wide', WIDE],
    ['narrow', NARROW],
  ] as const) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: 'light' });
    await settle(page, route);
    faults.push(...(await axeFindings(page)).map((finding) => `${name}, light: ${finding}`));
    faults.push(...(await sidewaysScroll(page)).map((finding) => `${name} scrolls sideways: ${finding}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    await standStill(page);
    faults.push(
      ...(await axeFindings(page, { onlyRules: ['color-contrast'] })).map((finding) => `${name}, dark: ${finding}`),
    );
  }
  return faults;
}

const looks = ROUTES.filter(({ leadsTo }) => !leadsTo).flatMap((route) => {
  const count = route.addresses({
    deal: '',
    contact: '',
    organization: '',
    product: '',
    import: '',
    pipeline: '',
  }).length;
  return Array.from({ length: count }, (_, index) => ({
    route,
    index,
    label: `${route.page} ${route.who ?? 'visitor'} ${index + 1}`,
  }));
});

describe('every page', () => {
  it.each(looks)(
    'has no accessibility findings, fits 320 pixels, and says what it is: $label',
    async ({ route, index, label }) => {
      const page = await open(route, route.addresses(ids)[index] ?? '');
      await settle(page, route);
      const title = await page.title();
      expect(title, 'a title of its own').toMatch(/\S/);
      if (index === 0 && route.who !== 'rep') {
        expect(titles.get(title), `"${title}" is also the title of`).toBeUndefined();
        titles.set(title, label);
      }
      expect(await page.locator('h1').count(), 'one h1').toBe(1);
      if (route.host === 'workspace') expect(await page.content()).not.toContain(canaryOf('globex'));
      expect(await sweep(page, route)).toEqual([]);
    },
  );

  it.each(ROUTES.filter(({ leadsTo }) => leadsTo))('leads on: $page', async (route) => {
    const page = await open(route, route.addresses(ids)[0]);
    await settle(page);
    expect(new URL(page.url()).pathname).toBe(route.leadsTo);
  });
});
