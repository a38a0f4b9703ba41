import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { becomeQuiet } from './traffic.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Waits until something is on the page, or fails naming it. */
export const see = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'visible' });
export const unsee = (locator: Locator): Promise<void> => locator.first().waitFor({ state: 'hidden' });

/** Waits until the page is drawn: its heading is there, nothing is loading and no request is under way. */
export async function settle(page: Page, { isAlwaysBusy = false } = {}): Promise<void> {
  // An open dialog hides the page's heading from the roles, not from sight.
  await see(page.getByRole('heading', { level: 1, includeHidden: true }));
  await becomeQuiet(page);
  if (!isAlwaysBusy) await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await standStill(page);
}

/** Waits for changes of colour and place to end: half-way through them nothing can be judged. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    const hasEnd = (animation: Animation): boolean =>
      animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(hasEnd)
        .map((animation) => animation.finished),
    );
  });
}

type Look = {
  onlyRules?: string[];
  /** A part of the page; all of it, unless said. */
  within?: string;
};

/** Rule and targets of each finding, for the test's output. */
export async function axeFindings(page: Page, { onlyRules, within }: Look = {}): Promise<string[]> {
  // The guards are empty on purpose: they catch the Tab key at the edges of a dialog. Legacy mode saves a second page
  // for each look, and misses only what is inside frames, of which there are none.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-base-ui-focus-guard]');
  if (within) builder.include(within);
  const chosen = onlyRules
    ? builder.withRules(onlyRules)
    : builder.options({ runOnly: TAGS, rules: { 'label-content-name-mismatch': { enabled: true } } });
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary?.split('\n').at(1)?.trim()})`,
    ),
  );
}

export async function expectNoAxeFindings(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
}

/** The elements that make the page wider than its window, or nothing. */
export function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wide = document.scrollingElement?.scrollWidth ?? 0;
    if (wide <= innerWidth) return [];
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 1,
    );
    return [`${wide} wide in ${innerWidth}`, ...beyond.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  expect(await sidewaysScroll(page)).toEqual([]);
}

/** What the page said through its live region since it was opened; call before the first navigation. */
export async function recordAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(globalThis, { auraSaid: said });
    addEventListener('DOMContentLoaded', () => {
      for (const region of document.querySelectorAll('[aria-live]')) {
        new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      }
    });
  });
  return () =>
    page.evaluate(() =>
      (globalThis as unknown as { auraSaid: string[] }).auraSaid.filter((text) => text.trim() !== ''),
    );
}

/** Counts the real clicks of a task; call before the first navigation. */
export async function countClicks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    Object.assign(globalThis, { auraClicks: 0 });
    addEventListener(
      'click',
      (event) => {
        const world = globalThis as unknown as { auraClicks: number };
        // A key pressed on a button also makes a click, without a pointer: it is no use of the mouse.
        if (event.isTrusted && event.detail > 0) world.auraClicks += 1;
      },
      true,
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { auraClicks: number }).auraClicks);
}
