/**
 * Every page and its states at three widths in both themes, to be looked at: <page>-<state>-<width>-<theme>.png.
 * Usage: AURA_E2E_PORT=3000 AURA_E2E_DEMO=.data/demo.json node e2e/screenshots.ts <out-dir> [pattern of names]
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { cutText } from './cut-text.ts';
import { type Login, originOf, person, rootHost, type Who } from './demo.ts';
import { readE2eEnv } from './env.ts';
import { settle, sidewaysScroll, standStill } from './look.ts';
import { PICTURE_STATES, type PictureState } from './picture-states.ts';
import { knownPictureWorld, type PictureWorld, type Stranger } from './picture-world.ts';
import { ROUTES, type Route } from './routes.ts';
import { stateOf } from './sign-in.ts';
import { watchTraffic } from './traffic.ts';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 320, height: 640 },
];
type Size = (typeof SIZES)[number];
const THEMES = ['light', 'dark'] as const;
const SLOW_MS = 900;
// A call that the network refused is tried three times more.
const RETRIED_WITHIN_MS = 8_500;
const ACTS_WITHIN_MS = 8_000;
const DRAWN_WITHIN_MS = 30_000;

type Picture = Omit<PictureState, 'at'> & { at?: PictureState['at'] | 'acme'; isAlwaysBusy?: boolean };

/** The plain pages, each address one picture; those of a workspace full, empty and long. */
function picturesOf(route: Route, world: PictureWorld): Picture[] {
  if (route.leadsTo) return [];
  const plain = route.addresses(world.ids).map((address) => ({
    name: nameOf(route, address),
    address: () => address,
    at: route.host === 'site' ? ('site' as const) : ('acme' as const),
    ...(route.who ? { who: route.who } : {}),
    ...(route.isAlwaysBusy ? { isAlwaysBusy: true } : {}),
  }));
  if (!route.who) return plain;
  return [...plain, ...picturesOfStrangers(route, world, 'young'), ...picturesOfStrangers(route, world, 'long')];
}

function picturesOfStrangers(route: Route, { routeIds }: PictureWorld, whose: 'young' | 'long'): Picture[] {
  const who = route.who === 'rep' ? (`${whose}Rep` as const) : whose;
  return route
    .addresses(routeIds[whose])
    .filter((address) => !address.includes('none'))
    .map((address) => ({
      name: `${nameOf(route, address)}-${whose === 'young' ? 'empty' : 'long'}`,
      address: () => address,
      who,
    }));
}

/** After its address: /deals?layout=table is deals-layout-table, what a rep sees of the dashboard dashboard-rep-plain. */
function nameOf({ host, who }: Route, address: string): string {
  const [place = '', query = ''] = address.replaceAll(/[0-9a-f-]{36}/g, 'record').split('?');
  const page = place.split('/').filter(Boolean).join('-') || 'home';
  const state = query === '' || /token|code/.test(query) ? 'plain' : query.replaceAll(/\W+/g, '-');
  const door = host === 'workspace' && !who ? 'workspace-' : '';
  return `${door}${page}${who === 'rep' ? '-rep' : ''}-${state}`;
}

function standpoint({ who, at }: Picture, { people }: PictureWorld): { origin: string; login: Login | null } {
  if (who && who in people) {
    const login = people[who as Stranger];
    return { origin: login.origin, login };
  }
  const origins = { site: `http://${rootHost()}`, young: people.young.origin, nowhere: originOf('nobody-is-here') };
  const origin = at && at !== 'acme' ? origins[at] : originOf('acme');
  return { origin, login: who ? person('acme', who as Who) : null };
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

type Stage = { world: PictureWorld; folder: string };

async function take(browser: Browser, picture: Picture, stage: Stage): Promise<void> {
  const { origin, login } = standpoint(picture, stage.world);
  const storageState = login ? { storageState: await stateOf(browser, login) } : {};
  const url = `${origin}${picture.address(stage.world)}`;
  // What was opened would close as the window changes, so each width of it is a page of its own.
  for (const sizes of picture.act || picture.network ? SIZES.map((size) => [size]) : [SIZES]) {
    const context = await browser.newContext({ viewport: sizes[0] ?? null, ...storageState });
    context.setDefaultTimeout(ACTS_WITHIN_MS);
    context.setDefaultNavigationTimeout(DRAWN_WITHIN_MS);
    watchTraffic(context);
    const page = await context.newPage();
    try {
      await bringAbout(page, picture, url);
      for (const size of sizes) await shootAt(page, size, { picture, folder: stage.folder });
    } catch (error) {
      console.warn(`${picture.name} at ${page.viewportSize()?.width}: ${String(error).split('\n')[0]}`);
    }
    await context.close();
  }
}

async function shootAt(
  page: Page,
  size: Size,
  { picture, folder }: { picture: Picture; folder: string },
): Promise<void> {
  await page.setViewportSize(size);
  if (!picture.act && !picture.network) await comeToRest(page, picture);
  await stretch(page, picture);
  for (const fault of [...(await sidewaysScroll(page)), ...(await cutText(page))])
    console.warn(`${picture.name} at ${size.width}: ${fault}`);
  await shoot(page, picture, path.join(folder, picture.name));
}

const [folder, wanted = ''] = process.argv.slice(2);
if (!folder) throw new Error('Name a folder for the pictures.');
mkdirSync(folder, { recursive: true });
const world = await knownPictureWorld();
const browser = await launchChromium(readE2eEnv().chromium);
const pictures = [...ROUTES.flatMap((route) => picturesOf(route, world)), ...PICTURE_STATES];
for (const picture of pictures.filter(({ name }) => new RegExp(wanted).test(name))) {
  await take(browser, picture, { world, folder });
  console.log(picture.name);
}
await browser.close();
process.exit();
