import type { Page } from 'playwright-core';

type Opened = { popup: Element; opener: Element | null; path: string };
/** Kept in the document: what had the focus at the last look, how that looked, and which windows were opened from where. */
type Kept = { last: Element | null; lastRing: string; windows: Opened[] };
type World = { auraFocus?: Kept };

/**
 * What is wrong with the focus for somebody who has no mouse: it is lost, cannot be seen, is off the screen, under
 * something, outside the dialog that is open, or not back where that was opened from. Nothing is what it should be.
 */
export async function lookAtFocus(page: Page): Promise<string[]> {
  const isSomewhere = await page.evaluate(() => {
    const world = globalThis as unknown as World;
    world.auraFocus ??= { last: null, lastRing: '', windows: [] };
    return document.activeElement instanceof HTMLElement && document.activeElement !== document.body;
  });
  // A document that was just loaded has the focus on nothing yet.
  if (!isSomewhere) return (await hadFocus(page)) ? ['lost to the page'] : [];
  const found = [await lookAtWindows(page), await lookAtRing(page), await lookAtPlace(page)];
  return found.filter((problem) => problem !== null);
}

const hadFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => Boolean((globalThis as unknown as World).auraFocus?.last));

async function lookAtWindows(page: Page): Promise<string | null> {
  const { isOpen, isInside } = await noteWindows(page);
  if (isOpen) return isInside ? null : 'outside the open dialog';
  return page.evaluate(() => {
    const kept = (globalThis as unknown as Required<World>).auraFocus;
    const [first] = kept.windows;
    const opener = first?.path === location.pathname ? first.opener : null;
    const isThere = opener?.isConnected && opener.getClientRects().length > 0;
    if (isThere && opener !== document.activeElement)
      return `not back where the dialog was opened from: ${opener.textContent?.slice(0, 40)}`;
    kept.windows = [];
    return null;
  });
}

/** Remembers from where each window was opened that is open for the first time. */
function noteWindows(page: Page): Promise<{ isOpen: boolean; isInside: boolean }> {
  return page.evaluate(() => {
    const { last, windows } = (globalThis as unknown as Required<World>).auraFocus;
    const active = document.activeElement;
    const roles = ['dialog', 'alertdialog', 'menu'].map((role) => `[role=${role}][data-open]`).join();
    const open = [...document.querySelectorAll(roles)].filter((popup) => popup.getClientRects().length > 0);
    const fresh = open.filter((popup) => !windows.some((known) => known.popup === popup));
    windows.push(...fresh.map((popup) => ({ popup, opener: last, path: location.pathname })));
    const isInside = open.some((popup) => popup.contains(active)) || Boolean(active?.closest('[role=listbox]'));
    return { isOpen: open.length > 0, isInside };
  });
}

type Rings = { now: string; isPlace: boolean; before: string; beforeNow: string | null; last: string };

/** Holds the ring against that of the same element once it has no focus any more. */
async function lookAtRing(page: Page): Promise<string | null> {
  const { now, isPlace, before, beforeNow, last } = await readRings(page);
  if (!isPlace && /^(?:none none(?:; )?)+$/.test(now)) return 'focus cannot be seen';
  if (before !== '' && before === beforeNow) return `looks the same without focus: ${last}`;
  await page.evaluate(
    (lastRing) => {
      const kept = (globalThis as unknown as Required<World>).auraFocus;
      Object.assign(kept, { last: document.activeElement, lastRing });
    },
    isPlace ? '' : now,
  );
  return null;
}

function readRings(page: Page): Promise<Rings> {
  return page.evaluate(() => {
    const { last, lastRing } = (globalThis as unknown as Required<World>).auraFocus;
    const active = document.activeElement as HTMLElement;
    const ringOf = (element: Element): string =>
      [element, element.parentElement, element.parentElement?.parentElement]
        .flatMap((each) => (each ? [null, '::before', '::after'].map((part) => getComputedStyle(each, part)) : []))
        .map(({ outline, outlineStyle, boxShadow }) => `${outlineStyle === 'none' ? 'none' : outline} ${boxShadow}`)
        .join('; ');
    return {
      now: ringOf(active),
      // A place that is only read from, such as the page's content, is no control.
      isPlace: active.matches('[tabindex="-1"]:not([role^=menuitem], [role=option], [role=tab], [role=row])'),
      before: lastRing,
      beforeNow: last?.isConnected && last !== active ? ringOf(last) : null,
      last: last?.outerHTML.slice(0, 160) ?? '',
    };
  });
}

type Box = { left: number; right: number; top: number; bottom: number };

async function lookAtPlace(page: Page): Promise<string | null> {
  if (await isForReaders(page)) return null;
  const { box, width, height } = await page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    const own = active.getClientRects()[0] ?? active.getBoundingClientRect();
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : null;
    // A box that only a reader sees is drawn by its label.
    const { left, right, top, bottom } = label && own.width < 4 ? label.getBoundingClientRect() : own;
    return { box: { left, right, top, bottom }, width: innerWidth, height: innerHeight };
  });
  const seen = seenPart(box, { width, height });
  if (!isInWindow(box, seen, { width, height }))
    return `outside the window: ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${height}`;
  return whatCovers(page, { x: (seen.left + seen.right) / 2, y: (seen.top + seen.bottom) / 2 });
}

/** A heading that only screen readers are told of: there is nothing to be covered. */
const isForReaders = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement;
    return active.tabIndex === -1 && active.matches('h1, h2, h3') && active.getBoundingClientRect().width <= 1;
  });

type Size = { width: number; height: number };

const seenPart = ({ left, right, top, bottom }: Box, { width, height }: Size): Box => ({
  left: Math.max(0, left),
  right: Math.min(width, right),
  top: Math.max(0, top),
  bottom: Math.min(height, bottom),
});

/** All of it; of what is larger than half the window, some. */
function isInWindow(box: Box, seen: Box, { width, height }: Size): boolean {
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  const isLarge = high > height / 2 || wide > width;
  const [least, lowest] = isLarge ? [1, 1] : [wide - 1, high - 1];
  return seen.right - seen.left >= least && seen.bottom - seen.top >= lowest;
}

function whatCovers(page: Page, { x, y }: { x: number; y: number }): Promise<string | null> {
  return page.evaluate(
    (point) => {
      const active = document.activeElement as HTMLElement;
      const hit = document.elementFromPoint(point.x, point.y);
      const label = active instanceof HTMLInputElement ? active.labels?.[0] : null;
      const around = [active.parentElement, active.parentElement?.parentElement];
      const isOwn = active.contains(hit) || label?.contains(hit) || around.some((each) => each === hit);
      return isOwn ? null : `covered by ${hit?.outerHTML.slice(0, 160)}`;
    },
    { x, y },
  );
}
