/**
 * Every page at both widths in both themes, to be looked at.
 * Usage: AURA_E2E_PORT=3000 AURA_E2E_DEMO=.data/demo.json node e2e/screenshots.ts <out-dir> [part of an address]
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { originOf, person, rootHost } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { settle } from './look.ts';
import { signIn } from './rest.ts';
import { findRouteIds, ROUTES, type Route } from './routes.ts';
import { contextOf } from './sign-in.ts';

const SIZES = { wide: { width: 1280, height: 800 }, narrow: { width: 320, height: 640 } };
const THEMES = ['light', 'dark'] as const;

async function shoot(
  context: BrowserContext,
  { url, file, route }: { url: string; file: string; route: Route },
): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settle(page, route).catch(() => console.warn(`${url} did not come to rest.`));
      await page.screenshot({ path: `${file}.${size}.${colorScheme}.png`, fullPage: size === 'narrow' });
    }
  }
  await page.close();
}

const contextFor = (browser: Browser, { who }: Route): Promise<BrowserContext> =>
  who ? contextOf(browser, person('acme', who)) : browser.newContext();

const [folder, part = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });
const ids = await findRouteIds((await signIn(person('acme', 'manager'))).api);
const browser = await launchChromium(readE2eEnv().chromium);
for (const route of ROUTES.filter(({ leadsTo }) => !leadsTo)) {
  const context = await contextFor(browser, route);
  for (const address of route.addresses(ids).filter((each) => each.includes(part))) {
    const origin = route.host === 'site' ? `http://${rootHost()}` : originOf('acme');
    const name = `${route.host}${address}.${route.who ?? 'visitor'}`.replaceAll(/[^\w.-]+/g, '_').slice(0, 80);
    await shoot(context, { url: `${origin}${address}`, file: path.join(folder, name), route });
    console.log(name);
  }
  await context.close();
}
await browser.close();
process.exit();
