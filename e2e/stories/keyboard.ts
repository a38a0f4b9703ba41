import type { Locator, Page } from 'playwright-core';
import { see, settle, standStill, unsee } from '../look.ts';
import { lookAtFocus } from './focus.ts';

const SETTLED_WITHIN_MS = 6_000;
const SAME_FOR_MS = 120;
const TABS_MAX = 120;
const DAY =
  /\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: \d{4})?(?:, \d\d:\d\d)?\b/g;

/** A walk without a mouse, and what was met on it: a line for each key with what has the focus after it. */
export type Walk = { page: Page; lines: string[]; hidden: readonly string[] };

/** Begins on a page that has just been loaded. `hidden`: names that are others each time. */
export async function walkFrom(page: Page, title: string, hidden: readonly string[]): Promise<Walk> {
  const walk: Walk = { page, lines: [`## ${title}`], hidden };
  await note(walk, 'loaded');
  return walk;
}

/** Presses a key; what is then to be seen may be given. Fails where the focus is not as it should be. */
export async function strike(walk: Walk, key: string, seen?: Locator): Promise<string> {
  await walk.page.keyboard.press(key);
  if (seen) await see(seen);
  return note(walk, key);
}

/** Presses Enter as the last step of something: what comes of it is seen, the dialog it was in has gone, the page is quiet. */
export async function finish(walk: Walk, seen?: Locator): Promise<void> {
  await strike(walk, 'Enter', seen);
  await unsee(walk.page.getByRole('dialog'));
  await settle(walk.page);
}

/** The browser's own way back. */
export async function goBack(walk: Walk, seen: Locator): Promise<string> {
  await walk.page.goBack();
  await see(seen);
  return note(walk, 'Alt+ArrowLeft');
}

/** Types text into what has the focus. */
export async function write(walk: Walk, text: string, seen?: Locator): Promise<string> {
  await walk.page.keyboard.type(text);
  if (seen) await see(seen);
  return note(walk, `“${text}”`);
}

/** Goes on with Tab, or with another key, until something has the focus; each stop on the way is looked at. */
export async function goTo(walk: Walk, what: RegExp, key = 'Tab'): Promise<void> {
  if (what.test(await nameOfFocus(walk))) return;
  for (let times = 0; times < TABS_MAX; times += 1) if (what.test(await strike(walk, key))) return;
  throw new Error(`${key} does not lead to ${what}:\n${walk.lines.slice(-TABS_MAX).join('\n')}`);
}

/** Past the navigation, as its first link offers. */
export async function enterContent(walk: Walk): Promise<void> {
  await goTo(walk, /link "Skip to content"/);
  await strike(walk, 'Enter');
}

async function note(walk: Walk, did: string): Promise<string> {
  const spot = await settledSpot(walk, did);
  walk.lines.push(`${stable(walk, did).padEnd(14)} ${spot}`);
  return spot;
}

/** Waits until the focus rests, then for what was wrong on the way to be right. */
async function settledSpot(walk: Walk, did: string): Promise<string> {
  const { page, lines } = walk;
  const deadline = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    await standStill(page);
    const before = await nameOfFocus(walk);
    if (did !== 'Tab' && did !== 'Shift+Tab') await page.waitForTimeout(SAME_FOR_MS);
    const problems = await lookAtFocus(page);
    const after = await nameOfFocus(walk);
    // Tab leaves the page at its end, for the browser's own bar.
    const isPastEnd = after === 'page' && did.endsWith('Tab');
    if (before === after && (problems.length === 0 || isPastEnd)) return after;
    if (performance.now() > deadline)
      throw new Error(
        `After ${did} at ${page.url()} the focus is on ${after}: ${problems.join('; ')}\n${lines.slice(-12).join('\n')}`,
      );
    await page.waitForTimeout(50);
  }
}

/** Role, name and state of what has the focus, as a reader would say it, with the option that a list points at. */
async function nameOfFocus(walk: Walk): Promise<string> {
  const { page } = walk;
  if (await page.evaluate(() => document.activeElement === null || document.activeElement === document.body))
    return 'page';
  const focused = page.locator(':focus');
  const own = await saidOf(focused.first());
  const option = await focused
    .first()
    .evaluate((element) => element.getAttribute('aria-activedescendant'), undefined, { timeout: 1_000 })
    .catch(() => null);
  const chosen = option ? await saidOf(page.locator(`[id="${option}"]`)) : '';
  return stable(walk, chosen ? `${own} → ${chosen}` : own);
}

function stable({ hidden }: Walk, text: string): string {
  const known = hidden.reduce((said, name) => said.replaceAll(name, '…'), text);
  return known
    .replaceAll(DAY, '<day>')
    .replaceAll(/\b\d\d:\d\d(?::\d\d)?\b/g, '<time>')
    .replaceAll(/ ?, \d+ (?:unread|waiting)/g, '');
}

async function saidOf(place: Locator): Promise<string> {
  const snapshot = await place.ariaSnapshot({ timeout: 1_000 }).catch(() => '');
  const [first = ''] = snapshot.split('\n');
  const line = first
    .replace(/^- /, '')
    .replace(/^'(.*)':?.*$/, '$1')
    .replaceAll("''", "'");
  if (line.startsWith('text: ')) return `text "${line.slice('text: '.length)}"`;
  const found = /^[a-z]+(?: "(?:[^"\\]|\\.)*")?(?: \[[^\]]*\])*/.exec(line)?.[0];
  return found ?? (line ? 'place' : 'nothing');
}
