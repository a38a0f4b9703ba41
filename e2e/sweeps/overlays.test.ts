import type { ElementHandle, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { NARROW, useBrowser, WIDE } from '../browser.ts';
import { plantCanaries } from '../canary.ts';
import { originOf, person } from '../demo.ts';
import { axeFindings, settle, sidewaysScroll, standStill } from '../look.ts';
import { PICTURE_STATES, type PictureState } from '../picture-states.ts';
import { makePictureWorld, type PictureWorld } from '../picture-world.ts';
import { signIn } from '../rest.ts';
import { findRouteIds, ROUTES, type RouteIds } from '../routes.ts';

const browser = useBrowser();
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
/** Colours do not depend on the width: each kind of overlay is looked at in both, and in both themes. */
const WINDOWS = { 'wide, light': [WIDE, 'light'], 'narrow, dark': [NARROW, 'dark'] } as const;
type Window = keyof typeof WINDOWS;
const OPENS_WITHIN_MS = 3_000;
const CLOSES_WITHIN_MS = 1_000;

let ids: RouteIds;
/** The frame is the same around each page: what its buttons open is looked at once a width. */
const seenInFrame = new Set<string>();

beforeAll(async () => {
  // One record of each kind is there, and an import.
  await plantCanaries();
  ids = await findRouteIds((await signIn(person('acme', 'manager'))).api);
});

type Trigger = { button: ElementHandle<Element>; name: string };

/** One of each kind of button that says that it opens something: the menus of a hundred rows are one kind. */
async function triggersOf(page: Page, window: Window): Promise<Trigger[]> {
  const all = page.locator('[aria-haspopup]:visible:not([disabled])');
  const handles = (await all.elementHandles()) as ElementHandle<Element>[];
  const found = await all.evaluateAll((buttons) =>
    buttons.map((button, index) => {
      const place = button.closest('tr, article, header, nav, form, [role="region"], main');
      const name = button.getAttribute('aria-label') ?? button.textContent ?? '';
      const look = button.querySelector('svg')?.getAttribute('class') ?? name;
      const isFrame = button.closest('main') === null;
      return { index, name, isFrame, kind: [button.ariaHasPopup, place?.tagName, look].join(' ') };
    }),
  );
  const kinds = new Set<string>();
  const isNew = ({ kind, isFrame }: { kind: string; isFrame: boolean }): boolean => {
    const seen = isFrame ? seenInFrame : kinds;
    const key = `${window} ${kind}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return found.filter(isNew).flatMap(({ index, name }) => {
    const button = handles[index];
    return button ? [{ button, name }] : [];
  });
}

/** What is wrong with what stands open: findings, and whether focus is inside. */
async function lookAtOpened(page: Page, what: string): Promise<string[]> {
  await standStill(page);
  const isInside = await page.evaluate(
    (selector) => document.activeElement?.closest(`${selector}, [aria-expanded="true"]`) != null,
    OVERLAYS,
  );
  const faults = isInside ? [] : ['focus is not in it'];
  faults.push(...(await axeFindings(page, { within: OVERLAYS })));
  faults.push(...(await sidewaysScroll(page)).map((finding) => `scrolls sideways: ${finding}`));
  return faults.map((fault) => `${what}: ${fault}`);
}

async function close(page: Page): Promise<void> {
  const open = page.locator(OVERLAYS).filter({ visible: true });
  for (let tries = 0; tries < 4 && (await open.count()) > 0; tries++) {
    await page.keyboard.press('Escape');
    await open
      .first()
      .waitFor({ state: 'hidden', timeout: 1_000 })
      .catch(() => undefined);
  }
}

/** On the button, or in its field: the button of a list beside a text gives focus to the text. */
async function isFocusBack(page: Page, button: Trigger['button']): Promise<boolean> {
  const isBack = (element: Element): boolean => {
    const field = element.ariaLabel === 'Show options' ? element.parentElement?.parentElement : element;
    return field?.contains(document.activeElement) === true;
  };
  return page
    .waitForFunction(isBack, button, { timeout: CLOSES_WITHIN_MS })
    .then(() => true)
    .catch(() => false);
}

async function pressAndLook(page: Page, { button, name }: Trigger): Promise<string[]> {
  const what = `"${name.trim()}"`;
  await button.click();
  const opened = page.locator(OVERLAYS).filter({ visible: true }).last();
  try {
    await opened.waitFor({ timeout: OPENS_WITHIN_MS });
  } catch {
    return [`${what}: nothing opens`];
  }
  const faults = await lookAtOpened(page, what);
  const dialogs = await opened.getByRole('menuitem', { name: /…$/ }).allTextContents();
  await close(page);
  if (!(await isFocusBack(page, button))) faults.push(`${what}: focus does not return to it`);
  for (const dialog of dialogs) {
    await button.click();
    await page.getByRole('menuitem', { name: dialog, exact: true }).click();
    await page.locator('[role="dialog"], [role="alertdialog"]').filter({ visible: true }).first().waitFor();
    faults.push(...(await lookAtOpened(page, `${what} › "${dialog}"`)));
    await close(page);
  }
  return faults;
}

const looks = ROUTES.filter(({ host, who, leadsTo }) => host === 'workspace' && who && !leadsTo).flatMap((route) =>
  (['wide, light', 'narrow, dark'] as const).map((window) => ({
    route,
    window,
    label: `${route.page} ${route.who} ${window}`,
  })),
);

describe('every menu and dialog', () => {
  it.each(looks)('opens without accessibility findings and gives focus back: $label', async ({ route, window }) => {
    if (route.status) browser.guard.allow(/status of 404/);
    const [viewport, colorScheme] = WINDOWS[window];
    const page = await browser.asPerson(person('acme', route.who ?? 'rep'), { viewport });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${originOf('acme')}${route.addresses(ids)[0]}`);
    await settle(page, route);
    const faults: string[] = [];
    for (const trigger of await triggersOf(page, window)) faults.push(...(await pressAndLook(page, trigger)));
    expect(faults).toEqual([]);
  });
});

/** What a plain button opens, or a key: each state that is also looked at as a picture. */
type Opened = PictureState & { who: 'admin' | 'manager' | 'rep' };
// These have the console full of what the network refused; what they show has tests of its own.
const DISTURBED = ['frame-offline', 'frame-session-over'];
const isOpened = (state: PictureState): state is Opened =>
  state.act !== undefined && ['admin', 'manager', 'rep'].includes(state.who ?? '') && !DISTURBED.includes(state.name);

const states = PICTURE_STATES.filter(isOpened).flatMap((state) =>
  (['wide, light', 'narrow, dark'] as const).map((window) => ({ state, window, label: `${state.name} ${window}` })),
);

describe('what is opened on a page', () => {
  let world: PictureWorld;
  beforeAll(async () => {
    world = await makePictureWorld();
  }, 240_000);

  it.each(states)('has no accessibility findings: $label', async ({ state, window, label }) => {
    const [viewport, colorScheme] = WINDOWS[window];
    const page = await browser.asPerson(person('acme', state.who), { viewport });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${originOf('acme')}${state.address(world)}`);
    await settle(page);
    await state.act?.(page, viewport === WIDE);
    const opened = page.locator(OVERLAYS).filter({ visible: true });
    await opened
      .first()
      .waitFor({ timeout: 1_000 })
      .catch(() => undefined);
    const isOpen = (await opened.count()) > 0;
    // A tooltip stands outside of all landmarks, as it should.
    if (!isOpen) await page.mouse.move(0, 0);
    if (!isOpen && (await page.getByRole('tooltip').count()) > 0) await page.keyboard.press('Escape');
    await standStill(page);
    const faults = isOpen ? await lookAtOpened(page, label) : await axeFindings(page);
    expect(faults).toEqual([]);
  });
});
