/**
 * Every page and its states at both widths in both themes, to be looked at: <page>-<state>-<width>-<theme>.png.
 * Usage: AURA_E2E_PORT=3000 AURA_E2E_DEMO=.data/demo.json node e2e/screenshots.ts <out-dir> [pattern of names]
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { type Login, originOf, person, rootHost } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { settle, standStill } from './look.ts';
import { PICTURE_STATES, type PictureState } from './picture-states.ts';
import { makePictureWorld, type PictureWorld } from './picture-world.ts';
import { ROUTES, type Route } from './routes.ts';
import { stateOf } from './sign-in.ts';
import { watchTraffic } from './traffic.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 320, height: 640 },
];
const THEMES = ['light', 'dark'] as const;
const SLOW_MS = 900;
// A call that the network refused is tried three times more.
const RETRIED_WITHIN_MS = 8_500;
const ACTS_WITHIN_MS = 8_000;
const DRAWN_WITHIN_MS = 30_000;

type Picture = Omit<PictureState, 'at'> & { at?: PictureState['at'] | 'acme'; isAlwaysBusy?: boolean };

/** The plain pages, each address one picture. */
function picturesOf(route: Route, world: PictureWorld): Picture[] {
  if (route.leadsTo) return [];
  return route.addresses(world.ids).map((address) => ({
    name: nameOf(route, address),
    address: () => address,
    at: route.host === 'site' ? 'site' : 'acme',
    ...(route.who ? { who: route.who } : {}),
    ...(route.isAlwaysBusy ? { isAlwaysBusy: true } : {}),
  }));
}

/** After its address: /deals?view=table is deals-view-table, what a rep sees of the dashboard dashboard-rep-plain. */
function nameOf({ host, who }: Route, address: string): string {
  const [place = '', query = ''] = address.replaceAll(/[0-9a-f-]{36}/g, 'record').split('?');
  const page = place.split('/').filter(Boolean).join('-') || 'home';
  const state = query === '' || /token|code/.test(query) ? 'plain' : query.replaceAll(/\W+/g, '-');
  const door = host === 'workspace' && !who ? 'workspace-' : '';
  return `${door}${page}${who === 'rep' ? '-rep' : ''}-${state}`;
}

function standpoint({ who, at }: Picture, { young, long }: PictureWorld): { origin: string; login: Login | null } {
  if (who === 'young' || who === 'long') {
    const { admin } = who === 'young' ? young : long;
    return { origin: admin.origin, login: admin };
  }
  const origins = { site: `http://${rootHost()}`, young: young.admin.origin, nowhere: originOf('nobody-is-here') };
  const origin = at && at !== 'acme' ? origins[at] : originOf('acme');
  return { origin, login: who ? person('acme', who) : null };
}

async function disturb(page: Page, network: Picture['network']): Promise<void> {
  if (network === 'slow') await page.route('**/api/trpc/**', () => undefined);
  if (network === 'failing')
    await page.route('**/api/trpc/**', (route) => route.fulfill({ status: 500, body: '{"error":{}}' }));
}

async function comeToRest(page: Page, { network, isAlwaysBusy = false }: Picture): Promise<void> {
  if (network === undefined) return settle(page, { isAlwaysBusy });
  await page.waitForTimeout(network === 'slow' ? SLOW_MS : RETRIED_WITHIN_MS);
  return standStill(page);
}

async function shoot(page: Page, picture: Picture, file: string): Promise<void> {
  const { width = 0 } = page.viewportSize() ?? {};
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await standStill(page);
    // What is opened over a page belongs to the window; the rest is looked at as a whole.
    await page.screenshot({
      path: `${file}-${width}-${colorScheme}.png`,
      fullPage: !picture.act,
      timeout: DRAWN_WITHIN_MS,
    });
  }
}

/** Bars that stick to the window's edges would stand in the middle of a picture of the whole page. */
async function stretch(page: Page, { act }: Picture): Promise<void> {
  if (act) return;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height });
}

async function bringAbout(page: Page, picture: Picture, url: string): Promise<void> {
  await disturb(page, picture.network);
  await page.goto(url);
  await comeToRest(page, picture);
  if (!picture.act) return;
  await picture.act(page, (page.viewportSize()?.width ?? 0) > 640);
  await page.waitForTimeout(SLOW_MS / 3);
  await standStill(page);
}

async function take(browser: Browser, picture: Picture, { world, folder }: { world: PictureWorld; folder: string }) {
  const { origin, login } = standpoint(picture, world);
  const storageState = login ? { storageState: await stateOf(browser, login) } : {};
  const isPlain = picture.name.endsWith('-plain');
  for (const viewport of SIZES.filter(({ width }) => width !== 768 || isPlain)) {
    const context = await browser.newContext({ viewport, ...storageState });
    context.setDefaultTimeout(ACTS_WITHIN_MS);
    watchTraffic(context);
    const page = await context.newPage();
    try {
      await bringAbout(page, picture, `${origin}${picture.address(world)}`);
      await stretch(page, picture);
      await shoot(page, picture, path.join(folder, picture.name));
    } catch (error) {
      console.warn(`${picture.name} at ${viewport.width}: ${String(error).split('\n')[0]}`);
    }
    await context.close();
  }
}

const [folder, wanted = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });
const world = await makePictureWorld();
const browser = await launchChromium(readE2eEnv().chromium);
const pictures = [...ROUTES.flatMap((route) => picturesOf(route, world)), ...PICTURE_STATES];
for (const picture of pictures.filter(({ name }) => new RegExp(wanted).test(name))) {
  await take(browser, picture, { world, folder });
  console.log(picture.name);
}
await browser.close();
process.exit();
